import { beforeEach, expect, test } from 'vitest';
import { searchEntries } from '#platform/search.ts';
import { proposeRole } from '#rooms/communities/server/index.ts';
import { type TestVillage, testVillage } from '#rooms/communities/server/testing.ts';
import { answerAppeal, appealFold, foldThing, moderationRoom, unfoldThing } from '#rooms/moderation/server/index.ts';
import { editPost, replyInThread, showThread, startThread } from './index.ts';

const slug = 'lipovac';
let village: TestVillage;
let communityId: string;
let mira: string;
let jovan: string;
let ana: string;
let petar: string;
let number: number;

beforeEach(async () => {
  village = await testVillage();
  mira = await village.person('Mira');
  communityId = await village.found(mira, slug);
  [jovan, ana, petar] = await village.members(slug, 'Jovan', 'Ana', 'Petar');
  await village.as(mira, proposeRole, { slug, personId: petar, role: 'steward', change: 'grant' });
  village.house.passDays(10);
  const words = { slug, title: 'Чесма у горњој мали', text: 'Шљива се суши.', locale: 'sr-Cyrl' };
  number = (await village.as<{ number: number }>(jovan, startThread, words)).number;
});

const reply = async (text: string, by = ana) =>
  (await village.as<{ postId: string }>(by, replyInThread, { slug, number, text, locale: 'sr-Cyrl' })).postId;
const hits = (words: string) =>
  village.reads(jovan, (context) => searchEntries(context, { communityId, words, withMembers: false }));
const paths = async (words: string) => (await hits(words)).map(({ path }) => path);
const fold = async (postId: string) =>
  (await village.as<{ foldId: string }>(mira, foldThing, { slug, about: 'post', aboutId: postId, reason: 'insult' }))
    .foldId;

test('an answer is found in either script, leads to itself, and says in which language it is', async () => {
  const postId = await reply('Код **школе** има воде.');
  for (const words of ['skole', 'škole', 'школе'])
    expect(await hits(words)).toMatchObject([
      { kind: 'post', path: `forum/${number}#p-${postId}`, locale: 'sr-Cyrl', opening: 'Код школе има воде.' },
    ]);
});

test('the title finds the thread once, not every answer in it', async () => {
  await reply('Код школе има воде.');
  expect((await hits('чесма')).map(({ kind }) => kind)).toEqual(['thread']);
});

test('an edit is found, and what stood before no longer', async () => {
  const postId = await reply('Код школе има воде.');
  await village.as(ana, editPost, { slug, number, postId, text: 'Код млина има воде.' });
  expect([await paths('школе'), (await paths('млина')).length]).toEqual([[], 1]);
  const { posts } = await village.reads(jovan, (context) => showThread(context, { slug, number }));
  await village.as(jovan, editPost, { slug, number, postId: posts[0].id, text: 'Крушка се суши.' });
  expect([await paths('шљива'), (await paths('крушка')).length]).toEqual([[], 1]);
});

test('a folded answer is not found; taken back, it is again', async () => {
  const foldId = await fold(await reply('Лопов један.'));
  expect(await paths('лопов')).toEqual([]);
  await village.as(mira, unfoldThing, { slug, foldId });
  expect(await paths('лопов')).toHaveLength(1);
});

test('a fold that nobody seconds, or that an appeal undoes, gives the answer back to the search', async () => {
  await fold(await reply('Лопов један.'));
  village.house.passDays(4);
  for (const tick of moderationRoom.ticks) await tick.run(village.house);
  expect(await paths('лопов')).toHaveLength(1);
  const foldId = await fold(await reply('Превара је то.'));
  await village.as(ana, appealFold, { slug, foldId, words: 'Није увреда.' });
  expect(await paths('превара')).toEqual([]);
  await village.as(petar, answerAppeal, { slug, foldId, upheld: 'yes', answer: 'Није.' });
  expect(await paths('превара')).toHaveLength(1);
});

test('an edit of a folded answer stays out of the search', async () => {
  const postId = await reply('Лопов један.');
  await fold(postId);
  await village.as(ana, editPost, { slug, number, postId, text: 'Лопурда један.' });
  expect(await paths('лопурда')).toEqual([]);
});

test('of a thread whose first words are folded the title alone is found', async () => {
  const { posts } = await village.reads(jovan, (context) => showThread(context, { slug, number }));
  await fold(posts[0].id);
  expect([await paths('шљива'), (await paths('чесма')).length]).toEqual([[], 1]);
});

test('the hit of a late answer leads to the page on which it stands', async () => {
  for (let at = 0; at < 50; at += 1) {
    await reply(`Реч ${at}`, at % 2 ? ana : petar);
    village.house.setNow(new Date(village.house.now().getTime() + 3_600_000));
  }
  const postId = await reply('Последња шетња.');
  expect(await paths('шетња')).toEqual([`forum/${number}?at=${postId}#p-${postId}`]);
  const { posts } = await village.reads(jovan, (context) => showThread(context, { slug, number, at: postId }));
  expect(posts.map(({ id }) => id)).toEqual([postId]);
});
