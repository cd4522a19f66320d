import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { rowsOfPerson } from '#platform/person-rows.ts';
import { searchEntries } from '#platform/search.ts';
import { showThread } from '#rooms/forum/server/index.ts';
import { listNotices } from '#rooms/messages/server/index.ts';
import {
  answerAppeal,
  appealFold,
  foldThing,
  moderationRoom,
  secondFold,
  showFold,
  showModerationDesk,
  showModerationLog,
  unfoldThing,
} from '#rooms/moderation/server/index.ts';
import { editNeed, supportNeed, talkAboutNeed } from './index.ts';
import { mapNeeds } from './map.ts';
import { listNeeds, needsById, openNeeds } from './queries.ts';
import { type NeedVillage, needVillage } from './testing.ts';

let v: NeedVillage;
let number: number;
let petar: string;
const locale = 'sr-Cyrl';
beforeEach(async () => {
  v = await needVillage();
  number = await v.raise(v.jovan, 'Лопов Милан да врати', {
    words: 'Украо је цев.',
    place: 'Код Милана',
    point: '43.58, 21.9',
  });
  await v.as(v.ana, supportNeed, { slug: v.slug, number, words: 'Тако је', locale });
  await v.as(v.ana, talkAboutNeed, { slug: v.slug, number, text: 'Полако.', locale });
  const rows = await v.house.database.db.selectFrom('people.person').select('id').where('name', '=', 'Petar').execute();
  petar = rows[0].id;
});

const fold = async (by = v.mira, more = {}, which = number) => {
  const asked = { slug: v.slug, about: 'need', aboutId: (await v.show(v.mira, which)).id, reason: 'insult', ...more };
  return (await v.as<{ foldId: string }>(by, foldThing, asked)).foldId;
};
const tick = async () => {
  for (const one of moderationRoom.ticks) await one.run(v.house);
};
const about = (foldId: string, more = {}) => ({ slug: v.slug, foldId, ...more });

/** Everything that anybody without a part in it can read of it. */
const everywhere = async (who: string) => {
  const { communityId, slug } = v;
  const { id, ...page } = await v.show(who, number);
  const parts = await v.reads(who, async (context) => [
    await listNeeds(context, slug),
    await mapNeeds(context, slug),
    await openNeeds(context, communityId),
    await needsById(context, communityId, [id]),
    await showThread(context, { slug, number }),
    (await showModerationLog(context, slug)).lines,
    await searchEntries(context, { communityId, words: 'лопов', withMembers: true }),
    await searchEntries(context, { communityId, words: 'полако', withMembers: true }),
  ]);
  return JSON.stringify([page, parts]);
};

it('a folded need says nothing anywhere: no title, no words, no place, no author', async () => {
  expect(await everywhere(v.ana)).toMatch(/Лопов Милан/);
  await fold();
  expect(await everywhere(v.ana)).not.toMatch(/Лопов|Украо|Код Милана|43\.58|Jovan/);
  const { need, fold: seen } = await v.show(v.ana, number);
  expect([need.supporters, seen?.reason, need.signed]).toEqual([1, 'insult', 'member']);
});

it('its author and the desk read what stood there, nobody else', async () => {
  const foldId = await fold();
  const read = (who: string) => v.reads(who, (context) => showFold(context, about(foldId)));
  for (const who of [v.jovan, v.mira, petar])
    expect((await read(who)).fold.text).toMatch(/Лопов Милан да врати\n\nУкрао/);
  for (const who of [v.ana, v.vesna]) await expect(read(who)).rejects.toMatchObject({ kind: 'forbidden' });
  const held = async (personId: string) =>
    JSON.stringify([
      ...(await v.reads(personId, (context) =>
        rowsOfPerson(context, { register: moderationRoom.tables, people: 'people.person', personId }),
      )),
    ]);
  expect(await held(v.jovan)).toMatch(/Лопов/);
  expect(await held(v.mira)).not.toMatch(/Лопов/);
  expect((await v.reads(v.jovan, listNotices)).notices.map(({ href }) => href)).toContain(
    `/c/${v.slug}/folds/${foldId}`,
  );
  expect(
    (await v.reads(petar, (context) => showModerationDesk(context, v.slug))).folds.map(({ mine }) => mine),
  ).toEqual([false]);
});

it('without a second within 72 hours it reads as it did', async () => {
  const before = await v.show(v.ana, number);
  await fold();
  v.house.passDays(4);
  await tick();
  const after = await v.show(v.ana, number);
  expect(after.need).toEqual(before.need);
  expect([after.fold, await everywhere(v.ana)]).toEqual([null, expect.stringMatching(/Лопов Милан/)]);
});

it('with another’s second it stays, until an appeal is upheld by somebody who had no part in it', async () => {
  const foldId = await fold();
  await expect(v.as(v.mira, secondFold, about(foldId))).rejects.toThrow('second-is-another');
  await v.as(petar, secondFold, about(foldId));
  v.house.passDays(4);
  await tick();
  await expect(v.as(v.mira, unfoldThing, about(foldId))).rejects.toThrow('fold-seconded');
  await expect(v.as(v.ana, appealFold, about(foldId, { words: 'Нека стоји' }))).rejects.toThrow('not-yours');
  await v.as(v.jovan, appealFold, about(foldId, { words: 'Судија је рекао' }));
  const answer = about(foldId, { upheld: 'yes', answer: 'Пресуда стоји.' });
  for (const by of [v.mira, petar]) await expect(v.as(by, answerAppeal, answer)).rejects.toThrow('appeal-by-another');
  await v.grant(v.ana, 'facilitator');
  await v.as(v.ana, answerAppeal, answer);
  expect((await v.show(v.vesna, number)).need.title).toBe('Лопов Милан да врати');
});

it('who folded takes it back; folded, it is not edited, and nobody folds their own', async () => {
  const foldId = await fold();
  const words = { slug: v.slug, number, title: 'Лопов Милан', locale };
  await expect(v.as(v.jovan, editNeed, words)).rejects.toMatchObject({ reason: 'needs.folded-now' });
  await expect(fold(petar)).rejects.toThrow('folded-already');
  await v.as(v.mira, unfoldThing, about(foldId));
  expect((await v.show(v.ana, number)).need.title).toBe('Лопов Милан да врати');
  const own = await v.raise(v.mira, 'Моја потреба');
  await expect(fold(v.mira, { reason: 'other' }, own)).rejects.toThrow('moderation.own');
});

it('members do not fold, and a false claim is folded only with a named source', async () => {
  await expect(fold(v.ana)).rejects.toThrow('not-yours');
  await expect(fold(v.mira, { reason: 'false' })).rejects.toMatchObject({ kind: 'invalid' });
});

it('the public log shows reason and who decided, and the database keeps text only while it is folded', async () => {
  await fold();
  const [line] = (await v.reads(v.ana, (context) => showModerationLog(context, v.slug))).lines;
  expect(line).toMatchObject({ reason: 'insult', foldedBy: 'Mira', secondedBy: null });
  const { db } = v.house.database;
  await expect(
    sql`update moderation.fold set unfolded_at = folded_at, unfolded_how = 'withdrawn'`.execute(db),
  ).rejects.toThrow('check');
  await expect(
    sql`update moderation.fold set seconded_by = folded_by, seconded_at = now()`.execute(db),
  ).rejects.toThrow('check');
});
