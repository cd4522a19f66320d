import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { newSecretId } from '#platform/ids.ts';
import type { HallAnswer } from '../../hall-words.ts';
import { callOffGathering } from '../calling/call-off-gathering.ts';
import { giveRole } from '../calling/give-role.ts';
import { type CallingVillage, callingVillage } from '../testing.ts';
import { announceSpeakingTime } from './announce-speaking-time.ts';
import { answerMinutes } from './answer-minutes.ts';
import { layMinutes } from './lay-minutes.ts';
import { recordInHall } from './record-in-hall.ts';
import { settleConflict } from './settle-conflict.ts';
import { stopSpeakingTime } from './stop-speaking-time.ts';

type Which = { communityId: string; gatheringId: string };
let v: CallingVillage;
let which: Which;
let ana: string;
let luka: string;
const A = newSecretId();
const B = newSecretId();

beforeEach(async () => {
  v = await callingVillage();
  [ana, luka] = await v.members(v.slug, 'Ana', 'Luka');
  const { communityId, gatheringId } = await v.call();
  which = { communityId, gatheringId };
  v.house.setNow('2026-11-20T17:30:00Z');
});
const db = () => v.house.database.db;
const entry = (more: Record<string, unknown>) => ({ key: newSecretId(), happenedAt: '2026-11-20T17:10:00Z', ...more });
const send = async (deviceId: string, ...entries: Record<string, unknown>[]): Promise<readonly HallAnswer[]> =>
  (await v.as<{ answers: HallAnswer[] }>(v.mira, recordInHall, { ...which, deviceId, entries })).answers;
const said = (answers: readonly HallAnswer[]) => answers.map(({ answer }) => answer);
const open = () =>
  db().selectFrom('gatherings.hallConflict').selectAll().where('settledAt', 'is', null).orderBy('id').execute();
const women = (more: Record<string, unknown>) => entry({ kind: 'count', of: 'gender|woman', ...more });

describe('one device', () => {
  it('records once what it sends twice, with the time it happened and the time it arrived', async () => {
    const there = entry({ kind: 'attendance', personId: ana, present: true });
    expect(said(await send(A, there))).toEqual(['done']);
    v.house.setNow('2026-11-20T18:00:00Z');
    expect(said(await send(A, there))).toEqual(['done']);
    const rows = await db().selectFrom('gatherings.attendance').select(['presentAt', 'arrivedAt']).execute();
    expect(rows.map((row) => [row.presentAt.toISOString(), row.arrivedAt.toISOString()])).toEqual([
      ['2026-11-20T17:10:00.000Z', '2026-11-20T17:30:00.000Z'],
    ]);
  });

  it('goes on from its own word, however old the page is on which it writes', async () => {
    const answers = await send(
      A,
      women({ count: 12, base: null }),
      women({ count: 14, base: null }),
      women({ count: '13', base: '' }),
    );
    expect(said(answers)).toEqual(['done', 'done', 'done']);
    expect(answers.at(-1)?.standing).toEqual({ count: 13 });
  });

  it('is believed no time that has not come', async () => {
    await send(A, entry({ kind: 'attendance', name: 'Vera', present: 'yes', happenedAt: '2026-11-25T00:00:00Z' }));
    const { presentAt } = await db().selectFrom('gatherings.attendance').select('presentAt').executeTakeFirstOrThrow();
    expect(presentAt.toISOString()).toBe('2026-11-20T17:30:00.000Z');
  });

  it('gets a no for one entry, and the others are recorded', async () => {
    const answers = await send(
      A,
      entry({ kind: 'attendance', personId: newSecretId(), present: true }),
      entry({ kind: 'dance' }),
      entry({ kind: 'count', of: 'gender|giants', count: 3 }),
      entry({ kind: 'speaking', group: 'woman', minutes: 2 }),
      entry({ kind: 'count', count: 41 }),
    );
    expect(answers.map(({ reason, answer }) => reason ?? answer)).toEqual([
      'hall.nobody-there',
      'hall.not-understood',
      'hall.unknown-group',
      'hall.not-announced',
      'done',
    ]);
    expect(answers[0]?.sentence).toMatch(/^[A-Z].*\.$/);
  });
});

describe('two devices', () => {
  it('that say the same leave no conflict, and count nothing twice', async () => {
    await v.as(v.mira, announceSpeakingTime, { ...which, attribute: 'gender' });
    await send(A, women({ count: 12 }), entry({ kind: 'speaking', group: 'woman', minutes: 3, first: 'yes' }));
    const answers = await send(
      B,
      women({ count: 12 }),
      entry({ kind: 'speaking', group: 'woman', minutes: 3, first: 'yes' }),
    );
    expect(said(answers)).toEqual(['done', 'done']);
    expect(await db().selectFrom('gatherings.speakingTotal').select(['seconds', 'turns']).execute()).toEqual([
      { seconds: 180, turns: 1 },
    ]);
    expect(await open()).toEqual([]);
  });

  it('that say otherwise leave what stood and show a person both', async () => {
    await send(A, women({ count: 12 }));
    const [answer] = await send(B, women({ count: 15 }));
    expect(answer).toMatchObject({ answer: 'conflict', standing: { count: 12 } });
    expect(await open()).toMatchObject([{ standing: { count: 12 }, arrived: { count: 15 }, base: null, deviceId: B }]);
    expect(said(await send(B, women({ count: 12 })))).toEqual(['done']);
    expect(await open()).toEqual([]);
  });

  it('agree when the second knew what the first had said', async () => {
    await send(A, women({ count: 12 }));
    expect(said(await send(B, women({ count: 15, base: '{"count":12}' })))).toEqual(['done']);
    expect(said(await send(A, women({ count: 16, base: null })))).toEqual(['conflict']);
  });

  it('count the same hands under the same words, in whatever script', async () => {
    const hands = (question: string, yes: number) => entry({ kind: 'hands', question, yes, no: 2, abstain: 0 });
    await send(A, hands('Da li čistimo bunare?', 20));
    expect(said(await send(B, hands('да ли чистимо бунаре?', 21)))).toEqual(['conflict']);
    expect(await db().selectFrom('gatherings.handQuestion').select('position').execute()).toEqual([{ position: 1 }]);
  });

  it('never write over each other’s minutes: both wordings are kept', async () => {
    const minutes = (text: string) => entry({ kind: 'minutes', locale: 'sr-Latn', text });
    await send(A, minutes('Počelo je u šest.'), minutes('Počelo je u šest. Bilo nas je 40.'));
    expect(said(await send(B, minutes('Počeli smo u 18 č.')))).toEqual(['conflict']);
    const texts = await db()
      .selectFrom('gatherings.minutesWording')
      .select(['version', 'text'])
      .orderBy('version')
      .execute();
    expect(texts).toHaveLength(2);
    expect((await open())[0]?.arrived).toEqual({ text: 'Počeli smo u 18 č.' });
  });

  it('that arrive in the same moment are taken one after the other', async () => {
    const both = await Promise.all([send(A, women({ count: 12 })), send(B, women({ count: 15 }))]);
    expect(both.map(([first]) => first?.answer).sort()).toEqual(['conflict', 'done']);
  });

  it('fold what one of them sends on into one conflict', async () => {
    await v.as(v.mira, announceSpeakingTime, { ...which, attribute: 'gender' });
    const turn = (minutes: number) => entry({ kind: 'speaking', group: 'woman', minutes });
    await send(A, turn(5));
    expect(said(await send(B, turn(2), turn(3)))).toEqual(['conflict', 'conflict']);
    expect(await open()).toMatchObject([{ arrived: { seconds: 300, turns: 2 } }]);
  });
});

describe('a conflict', () => {
  const seen = JSON.stringify({ count: 12 });
  beforeEach(async () => {
    await send(A, women({ count: 12 }));
    await send(B, women({ count: 15 }));
  });
  const settle = async (more: Record<string, unknown>) =>
    v.as(v.mira, settleConflict, { ...which, conflictId: (await open())[0]?.id, ...more });
  const standing = async () =>
    (await db().selectFrom('gatherings.attendanceCount').select('count').executeTakeFirstOrThrow()).count;

  it('is settled by a person: what stood, what arrived, or a third', async () => {
    await settle({ as: 'other', seen, value: { count: '14' } });
    expect([await standing(), (await open()).length]).toEqual([14, 0]);
  });

  it('is not settled over something that nobody saw', async () => {
    await send(A, women({ count: 13 }));
    await expect(settle({ as: 'arrived', seen })).rejects.toThrow('changed-meanwhile');
    await settle({ as: 'arrived', seen: JSON.stringify({ count: 13 }) });
    expect(await standing()).toBe(15);
  });

  it('of two different turns adds both', async () => {
    await v.as(v.mira, announceSpeakingTime, { ...which, attribute: 'gender' });
    const turn = (minutes: number) => entry({ kind: 'speaking', group: '', minutes, first: true });
    await send(A, turn(5));
    await send(B, turn(2));
    const conflict = (await open()).find(({ kind }) => kind === 'speaking');
    const total = JSON.stringify({ seconds: 300, turns: 1, speakers: 1 });
    await v.as(v.mira, settleConflict, { ...which, conflictId: conflict?.id, as: 'both', seen: total });
    expect(
      await db().selectFrom('gatherings.speakingTotal').select(['seconds', 'turns', 'speakers']).execute(),
    ).toEqual([{ seconds: 420, turns: 2, speakers: 2 }]);
  });
});

describe('speaking time', () => {
  it('keeps totals only: nothing says who or when', async () => {
    await v.as(v.mira, announceSpeakingTime, { ...which, attribute: 'gender' });
    await send(
      A,
      entry({ kind: 'speaking', group: 'woman', minutes: 4, first: true }),
      entry({ kind: 'speaking', group: '', seconds: 90 }),
    );
    const kept = await db().selectFrom('gatherings.hallEntry').select(['subject', 'value', 'happenedAt']).execute();
    expect(kept).toEqual([
      { subject: 'speaking', value: null, happenedAt: null },
      { subject: 'speaking', value: null, happenedAt: null },
    ]);
  });

  it('is counted no more once somebody did not want it', async () => {
    await v.as(v.mira, announceSpeakingTime, { ...which, attribute: 'gender' });
    await v.as(v.mira, stopSpeakingTime, which);
    const late = entry({ kind: 'speaking', group: 'woman', minutes: 1, happenedAt: '2026-11-20T17:31:00Z' });
    v.house.setNow('2026-11-20T17:40:00Z');
    expect((await send(A, late))[0]?.reason).toBe('hall.stopped');
  });
});

describe('the minutes', () => {
  beforeEach(async () => {
    await send(
      A,
      entry({ kind: 'minutes', locale: 'sr-Latn', text: 'Bilo je dobro.' }),
      entry({ kind: 'attendance', personId: ana, present: true }),
    );
  });
  const answer = (person: string, more: Record<string, unknown>) =>
    v.as(person, answerMinutes, { ...which, version: 1, ...more });

  it('are confirmed or objected to only by who was there, once they were laid before them', async () => {
    await expect(answer(ana, { answer: 'confirmed' })).rejects.toThrow('not-laid');
    await v.as(v.mira, layMinutes, { ...which, version: 1 });
    await expect(answer(luka, { answer: 'confirmed' })).rejects.toThrow('not-yours');
    await expect(answer(ana, { answer: 'objected' })).rejects.toThrow('invalid');
    await answer(ana, { answer: 'objected', words: 'Nedostaje predlog o česmi.' });
    await answer(ana, { answer: 'confirmed' });
    expect(await db().selectFrom('gatherings.minutesAnswer').select(['answer', 'words']).execute()).toEqual([
      { answer: 'confirmed', words: '' },
    ]);
  });

  it('are confirmed in the wording that stands and no older one', async () => {
    await v.as(v.mira, layMinutes, { ...which, version: 1 });
    await send(A, entry({ kind: 'minutes', locale: 'sr-Latn', text: 'Bilo je odlično.' }));
    await expect(answer(ana, { answer: 'confirmed' })).rejects.toThrow('newer-wording');
    await expect(v.as(v.mira, layMinutes, { ...which, version: 1 })).rejects.toThrow('newer-wording');
  });
});

describe('whoever records', () => {
  it('sits at the desk or has a role in this gathering', async () => {
    const count = { ...which, deviceId: A, entries: [entry({ kind: 'count', count: 3 })] };
    await expect(v.as(luka, recordInHall, count)).rejects.toThrow('not-yours');
    await v.as(v.mira, giveRole, { ...which, personId: luka, role: 'rapporteur' });
    await v.as(luka, recordInHall, count);
  });

  it('records nothing of a gathering that was called off, is far ahead or long over', async () => {
    const count = () => send(A, entry({ kind: 'count', count: 3, happenedAt: v.house.now() }));
    v.house.setNow('2026-11-10T17:00:00Z');
    expect((await count())[0]?.reason).toBe('hall.too-early');
    v.house.setNow('2027-02-10T17:00:00Z');
    expect((await count())[0]?.reason).toBe('hall.too-late');
    v.house.setNow('2026-11-20T17:30:00Z');
    await v.as(v.mira, callOffGathering, { ...which, why: 'Sneg' });
    expect((await count())[0]?.reason).toBe('hall.called-off');
  });
});

describe('the database', () => {
  const refuses = async (statement: string, why: string) =>
    expect(sql.raw(statement).execute(db())).rejects.toThrow(why);

  it('keeps nothing of a turn of speaking, no person twice, and no conflict that is none', async () => {
    await v.as(v.mira, announceSpeakingTime, { ...which, attribute: 'gender' });
    await send(
      A,
      entry({ kind: 'speaking', group: 'woman', minutes: 1 }),
      entry({ kind: 'attendance', personId: ana, present: true }),
    );
    await send(A, women({ count: 1 }));
    await send(B, women({ count: 2 }));
    await refuses(`update gatherings.hall_entry set subject = 'woman' where kind = 'speaking'`, 'check');
    await refuses(
      `update gatherings.hall_entry set happened_at = arrived_at + interval '1 hour' where kind = 'count'`,
      'check',
    );
    await refuses(`update gatherings.speaking_total set speakers = turns + 1`, 'check');
    await refuses(`update gatherings.hall_conflict set arrived = standing`, 'check');
    await refuses(`update gatherings.hall_conflict set settled_at = arrived_at`, 'check');
    await refuses(
      `insert into gatherings.attendance select community_id, gen_random_uuid(), gathering_id, person_id, null, null, null, present_at, device_id, arrived_at, recorded_by from gatherings.attendance`,
      'unique',
    );
    await refuses(`update gatherings.attendance set name = 'Ana', plain_name = 'ana'`, 'check');
    await refuses(
      `insert into gatherings.minutes_answer select community_id, id, 1, called_by, 'objected', '', now() from gatherings.gathering`,
      'violates',
    );
  });
});
