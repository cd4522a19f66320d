import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { proposeRole, secondRole, showMembers } from '#rooms/communities/server/index.ts';
import { type TestVillage, testVillage } from '#rooms/communities/server/testing.ts';
import {
  answerAppeal,
  appealFold,
  foldThing,
  moderationRoom,
  reportThing,
  secondFold,
  setReportAside,
  showFold,
  showModerationDesk,
  showModerationLog,
  unfoldThing,
} from '#rooms/moderation/server/index.ts';
import { listThreads, replyInThread, showThread, startThread } from './index.ts';

let village: TestVillage;
let mira: string;
let vesna: string;
let zoran: string;
let jovan: string;
let ana: string;
let number: number;
let postId: string;
const slug = 'lipovac';
const about = 'post';
const tick = async () => {
  for (const one of moderationRoom.ticks) await one.run(village.house);
};

beforeEach(async () => {
  village = await testVillage();
  mira = await village.person('Mira');
  await village.found(mira, slug);
  [vesna, zoran, jovan, ana] = await village.members(slug, 'Vesna', 'Zoran', 'Jovan', 'Ana');
  await village.as(mira, proposeRole, { slug, personId: vesna, role: 'steward', change: 'grant' });
  await village.as(mira, proposeRole, { slug, personId: zoran, role: 'facilitator', change: 'grant' });
  const { changes } = await village.reads(mira, (context) => showMembers(context, { slug }));
  await village.as(vesna, secondRole, { slug, changeId: changes[0].id });
  village.house.passDays(10);
  const words = { slug, title: 'O vakcinama', text: 'Pitanje', locale: 'sr-Latn' };
  ({ number } = await village.as<{ number: number }>(ana, startThread, words));
  ({ postId } = await village.as<{ postId: string }>(jovan, replyInThread, {
    slug,
    number,
    text: 'Ružna reč',
    locale: 'sr-Latn',
  }));
});

const post = async (reader: string) =>
  (await village.reads(reader, (context) => showThread(context, { slug, number }))).posts[1];
const fold = (by: string, more = {}) =>
  village.as<{ foldId: string }>(by, foldThing, { slug, about, aboutId: postId, reason: 'insult', ...more });

test('one facilitator folds at once; the text and the name stay with the author', async () => {
  await fold(vesna);
  expect(await post(ana)).toMatchObject({ html: '', text: '', name: '', fold: { reason: 'insult' } });
  expect(await post(jovan)).toMatchObject({ text: 'Ružna reč', name: 'Jovan' });
});

test('without a second within 72 hours a fold unfolds by itself', async () => {
  await fold(vesna);
  village.house.passDays(2);
  await tick();
  expect((await post(ana)).fold).not.toBeNull();
  village.house.passDays(2);
  await tick();
  expect(await post(ana)).toMatchObject({ text: 'Ružna reč', fold: null });
});

test('a second must be another facilitator, and then the fold stays', async () => {
  const { foldId } = await fold(vesna);
  await expect(village.as(vesna, secondFold, { slug, foldId })).rejects.toThrow('second-is-another');
  await village.as(zoran, secondFold, { slug, foldId });
  village.house.passDays(5);
  await tick();
  expect((await post(ana)).fold).not.toBeNull();
});

test('only who folded takes it back, and nobody alone once a second agreed', async () => {
  const { foldId } = await fold(vesna);
  await expect(village.as(zoran, unfoldThing, { slug, foldId })).rejects.toThrow('unfold-by-folder');
  await village.as(zoran, secondFold, { slug, foldId });
  await expect(village.as(vesna, unfoldThing, { slug, foldId })).rejects.toThrow('fold-seconded');
  expect((await post(ana)).fold).not.toBeNull();
});

test('the author of a folded post is named neither in the list nor beside an answer to it', async () => {
  const own = { slug, title: 'O putu', text: 'Ružna reč', locale: 'sr-Latn' };
  const { number } = await village.as<{ number: number }>(jovan, startThread, own);
  const postId = (await village.reads(ana, (context) => showThread(context, { slug, number }))).posts[0].id;
  await village.as(vesna, foldThing, { slug, about, aboutId: postId, reason: 'insult' });
  await village.as(ana, replyInThread, { slug, number, text: 'Zašto?', locale: 'sr-Latn', repliesTo: postId });
  const seen = async (who: string) => ({
    list: (await village.reads(who, (context) => listThreads(context, slug))).threads[0]?.startedBy,
    answered: (await village.reads(who, (context) => showThread(context, { slug, number }))).posts.at(-1)?.repliesTo,
  });
  expect(await seen(ana)).toEqual({ list: '', answered: { id: postId, name: '' } });
  expect(await seen(jovan)).toEqual({ list: 'Jovan', answered: { id: postId, name: 'Jovan' } });
});

test('the public log shows reason, date and who decided, never the author or the text', async () => {
  await fold(vesna);
  const { lines } = await village.reads(ana, (context) => showModerationLog(context, slug));
  expect(lines).toEqual([expect.objectContaining({ reason: 'insult', foldedBy: 'Vesna', secondedBy: null })]);
  expect(JSON.stringify(lines)).not.toMatch(/Jovan|Ružna/);
});

test('the author appeals, and somebody who did not fold answers; upheld, the post stands again', async () => {
  const { foldId } = await fold(vesna);
  await expect(village.as(ana, appealFold, { slug, foldId, words: 'Nije tako' })).rejects.toThrow('not-yours');
  await village.as(jovan, appealFold, { slug, foldId, words: 'To je citat' });
  const answer = { slug, foldId, upheld: 'yes', answer: 'Tačno, citat je.' };
  await expect(village.as(vesna, answerAppeal, answer)).rejects.toThrow('appeal-by-another');
  await village.as(zoran, answerAppeal, answer);
  expect((await post(ana)).fold).toBeNull();
  const seen = await village.reads(jovan, (context) => showFold(context, { slug, foldId }));
  expect(seen.fold).toMatchObject({ upheld: true, appealAnswer: 'Tačno, citat je.', text: 'Ružna reč' });
});

test('a false claim is folded only with a named source in its place', async () => {
  await expect(fold(vesna, { reason: 'false', answer: 'Nije tačno' })).rejects.toMatchObject({
    fields: { source: { key: 'moderation.invalid.source' } },
  });
  await fold(vesna, { reason: 'false', answer: 'Vakcina je ispitana.', source: 'Institut za javno zdravlje' });
  expect((await post(ana)).fold).toMatchObject({
    answer: 'Vakcina je ispitana.',
    source: 'Institut za javno zdravlje',
  });
});

test('a report reaches the facilitators without the name of who told', async () => {
  await village.as(ana, reportThing, { slug, about, aboutId: postId, reason: 'insult', words: 'Boli' });
  await village.as(ana, reportThing, { slug, about, aboutId: postId, reason: 'insult', words: 'Boli' });
  const desk = await village.reads(vesna, (context) => showModerationDesk(context, slug));
  expect(desk.reports).toHaveLength(1);
  expect(JSON.stringify(desk)).not.toContain('Ana');
  await expect(village.reads(jovan, (context) => showModerationDesk(context, slug))).rejects.toThrow('not-yours');
});

test('members do not fold, nobody folds their own post, and a post is folded once', async () => {
  await expect(fold(ana)).rejects.toThrow('not-yours');
  await fold(vesna);
  await expect(fold(zoran)).rejects.toThrow('folded-already');
  const own = await village.as<{ postId: string }>(vesna, replyInThread, { slug, number, text: 'Moje', locale: 'en' });
  await expect(village.as(vesna, foldThing, { slug, about, aboutId: own.postId, reason: 'other' })).rejects.toThrow(
    'moderation.own',
  );
});

test('the database refuses a second by the one who folded', async () => {
  await fold(vesna);
  const { db } = village.house.database;
  await expect(
    sql`update moderation.fold set seconded_by = folded_by, seconded_at = now()`.execute(db),
  ).rejects.toThrow();
});

test('the desk reads a report and lets the post stand; whoever reported it learns that, and may report it once more', async () => {
  const told = async (who: string) => {
    const { db } = village.house.database;
    const rows = await db.selectFrom('messages.notice').select('kind').where('personId', '=', who).execute();
    return rows.map(({ kind }) => kind);
  };
  const reports = async () => (await village.reads(zoran, (context) => showModerationDesk(context, slug))).reports;
  const report = () => village.as(ana, reportThing, { slug, about, aboutId: postId, reason: 'insult', words: '' });
  await report();
  await expect(village.as(ana, setReportAside, { slug, about, aboutId: postId })).rejects.toThrow('not-yours');
  await village.as(zoran, setReportAside, { slug, about, aboutId: postId });
  expect([await reports(), await told(ana)]).toEqual([[], expect.arrayContaining(['moderation.report-stands'])]);
  await report();
  expect((await reports()).map((thing) => thing.reports.length)).toEqual([1]);
  await fold(vesna);
  expect([await reports(), await told(ana)]).toEqual([[], expect.arrayContaining(['moderation.report-folded'])]);
  await expect(report()).rejects.toThrow('folded-already');
});
