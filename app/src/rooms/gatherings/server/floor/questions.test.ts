import { beforeEach, describe, expect, test } from 'vitest';
import { enterQuestion } from './ask-question.ts';
import { askQuestion, settleQuestion, supportQuestion, takeQuestion } from './part.ts';
import { type FloorVillage, floorVillage, handOf } from './testing.ts';

let village: FloorVillage;
beforeEach(async () => {
  village = await floorVillage();
});
const at = () => ({ slug: village.slug, number: village.number, locale: 'sr-Latn' });
const waiting = async () => (await village.floor()).waiting.map(({ number }) => number);

describe('asking', () => {
  test('anyone asks, named or not, and the hall calls each question by its number', async () => {
    expect(await village.ask(1, 'Ko  plaća\nvodu?', { name: 'Rada iz Gornjeg Sela' })).toBe(1);
    expect(await village.ask(2)).toBe(2);
    const { waiting: shown, asked, open } = await village.floor();
    expect(shown.map(({ text, who }) => [text, who])).toEqual([
      ['Ko plaća vodu?', 'Rada iz Gornjeg Sela'],
      ['Pitanje 2', null],
    ]);
    expect([asked, open]).toEqual([2, true]);
  });

  test('who is signed in is named as they sign, and not at all when they wish so', async () => {
    await village.as(village.ana, askQuestion, { ...at(), text: 'Šta posle?', hand: handOf(1) });
    await village.as(village.ana, askQuestion, { ...at(), text: 'A novac?', hand: handOf(1), unnamed: 'yes' });
    expect((await village.floor()).waiting.map(({ who }) => who)).toEqual(['Ana', null]);
  });

  test('a helper enters a question from the hall with the way it came, and nobody else may', async () => {
    const hall = { ...at(), text: 'Ko će to da održava?', channel: 'hall', name: 'Čika Mile' };
    await village.as(village.mira, enterQuestion, hall);
    expect((await village.floor()).waiting).toMatchObject([{ who: 'Čika Mile', channel: 'hall' }]);
    await expect(village.as(village.ana, enterQuestion, hall)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('one hand asks ten times an hour at most', async () => {
    for (let at = 0; at < 10; at += 1) await village.ask(1);
    await expect(village.ask(1)).rejects.toMatchObject({ kind: 'too-many' });
    await village.ask(2);
  });

  test('a day after the end nobody asks, and of a gathering for members who has no seat learns nothing', async () => {
    village.house.setNow('2026-11-21T19:30:00Z');
    await expect(village.ask(1)).rejects.toMatchObject({ reason: 'floor.over' });
    const inside = await floorVillage({ audience: 'members' });
    await expect(inside.ask(1)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(inside.floor()).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('a group that the gathering does not name is refused', async () => {
    await expect(village.ask(1, 'Zašto?', { group: 3 })).rejects.toMatchObject({ reason: 'floor.no-such-group' });
  });
});

describe('me too', () => {
  test('counts once a hand, and whoever asked counts already', async () => {
    const question = await village.ask(1);
    expect(await village.support(2, question)).toBe(true);
    expect(await village.support(2, question)).toBe(false);
    expect(await village.support(1, question)).toBe(false);
    expect((await village.floor()).waiting).toMatchObject([{ supports: 1 }]);
  });

  test('counts a person once, whatever they hold in their hand', async () => {
    const question = await village.ask(1);
    const say = (hand: number) =>
      village.as<{ counted: boolean }>(village.ana, supportQuestion, { ...at(), question, hand: handOf(hand) });
    expect([await say(5), await say(6)]).toEqual([{ counted: true }, { counted: false }]);
    // The same browser after signing out.
    expect(await village.support(5, question)).toBe(false);
  });

  test('loses none and counts none twice when many say it at the same time', async () => {
    const question = await village.ask(1);
    const hands = Array.from({ length: 40 }, (_, at) => 10 + (at % 20));
    const counted = await Promise.all(hands.map((hand) => village.support(hand, question)));
    expect(counted.filter(Boolean)).toHaveLength(20);
    expect(await village.floor()).toMatchObject({ supports: 20 });
  });

  test('moves a question up, and stays out of the outbox', async () => {
    const [first, second] = [await village.ask(1), await village.ask(2)];
    await village.support(3, second);
    expect(await waiting()).toEqual([second, first]);
    const kinds = await village.house.database.db.selectFrom('platform.announcement').select('kind').execute();
    expect(kinds.map(({ kind }) => kind)).not.toContain('gatherings.question-supported');
  });
});

describe('what comes of a question', () => {
  const settle = (question: number, more: Readonly<Record<string, unknown>>) =>
    village.as(village.mira, settleQuestion, { ...at(), question, ...more });

  test('it is taken, then answered, owed or declined, each with a record, and none vanishes', async () => {
    const question = await village.ask(1);
    await village.as(village.mira, takeQuestion, { ...at(), question });
    expect(await village.floor()).toMatchObject({ taken: { number: question }, waiting: [], asked: 1 });
    await settle(question, { state: 'owed', byName: 'Opština', dueOn: '2026-12-01' });
    await settle(question, { state: 'answered-in-writing', byName: 'Opština', words: 'Od proleća.' });
    const { db } = village.house.database;
    const records = await db.selectFrom('gatherings.questionRecord').select('state').orderBy('id').execute();
    expect(records.map(({ state }) => state)).toEqual(['taken', 'owed', 'answered-in-writing']);
    expect(await village.floor()).toMatchObject({ taken: null, asked: 1 });
    await expect(village.support(9, question)).rejects.toMatchObject({ reason: 'floor.settled' });
  });

  test('declining needs a reason, and owing a name', async () => {
    const question = await village.ask(1);
    await expect(settle(question, { state: 'declined' })).rejects.toMatchObject({ fields: { words: {} } });
    await expect(settle(question, { state: 'owed' })).rejects.toMatchObject({ fields: { byName: {} } });
    await settle(question, { state: 'declined', words: 'Nije o ovome.' });
    expect(await waiting()).toEqual([]);
  });

  test('who has been heard comes after who has not', async () => {
    const first = await village.ask(1);
    const again = await village.ask(1);
    const other = await village.ask(2);
    expect(await waiting()).toEqual([first, again, other]);
    await village.as(village.mira, takeQuestion, { ...at(), question: first });
    expect(await waiting()).toEqual([other, again]);
  });
});

describe('the database itself refuses', () => {
  const refuses = (work: Promise<unknown>) => expect(work).rejects.toThrow(/violates|duplicate/);

  test('a state without what it needs, a second row of one hand, a question that nobody wrote', async () => {
    const question = await village.ask(1);
    await village.support(2, question);
    const { db } = village.house.database;
    const { id } = await db.selectFrom('gatherings.question').select('id').executeTakeFirstOrThrow();
    const ids = { communityId: village.communityId, gatheringId: village.gatheringId };
    const record = {
      ...ids,
      questionId: id,
      id: handOf(77),
      state: 'declined',
      speakerId: null,
      byName: '',
      dueOn: null,
      words: '',
      locale: 'en',
      recordedBy: village.mira,
      recordedAt: new Date(),
    };
    await refuses(db.insertInto('gatherings.questionRecord').values(record).execute());
    await refuses(
      db
        .insertInto('gatherings.questionRecord')
        .values({ ...record, state: 'owed' })
        .execute(),
    );
    const support = {
      ...ids,
      questionId: id,
      supporter: handOf(2),
      personId: null,
      channel: 'web',
      supportedAt: new Date(),
    };
    await refuses(db.insertInto('gatherings.questionSupport').values(support).execute());
    const asked = { ...ids, id: handOf(78), number: 9, text: 'Zašto?', locale: 'en', channel: 'hall', askedBy: null };
    const rest = {
      askerName: '',
      actingForId: null,
      signsAs: 'member',
      asker: null,
      groupPosition: null,
      enteredBy: null,
    };
    await refuses(
      db
        .insertInto('gatherings.question')
        .values({ ...asked, ...rest, askedAt: new Date() })
        .execute(),
    );
  });
});
