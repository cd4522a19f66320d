import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { likelyTwins, searchEntries } from '#platform/search.ts';
import { proposeRole } from '#rooms/communities/server/index.ts';
import { type TestVillage, testVillage } from '#rooms/communities/server/testing.ts';
import { countUnread, listNotices } from '#rooms/messages/server/index.ts';
import {
  closeThread,
  editPost,
  followThread,
  listThreads,
  readThread,
  replyInThread,
  showThread,
  showWordings,
  startThread,
} from './index.ts';

let village: TestVillage;
let mira: string;
let jovan: string;
let ana: string;
const slug = 'lipovac';
const words = { slug, title: 'Чесма у горњој мали', text: 'Шљива се суши, а воде нема.', locale: 'sr-Cyrl' };

beforeEach(async () => {
  village = await testVillage();
  mira = await village.person('Mira');
  await village.found(mira, slug);
  [jovan, ana] = await village.members(slug, 'Jovan', 'Ana');
  village.house.passDays(10);
});

const start = (by = jovan, more = {}) => village.as<{ number: number }>(by, startThread, { ...words, ...more });
const reply = (by: string, number: number, text: string, more = {}) =>
  village.as<{ postId: string }>(by, replyInThread, { slug, number, text, locale: 'sr-Latn', ...more });
const shown = (by: string, number: number) => village.reads(by, (context) => showThread(context, { slug, number }));

test('a thread is started, answered and read, with a number to call it by', async () => {
  const { number } = await start();
  const { postId } = await reply(ana, number, 'Kod škole *ima* vode.');
  const { posts, thread } = await shown(mira, number);
  expect(thread.title).toBe(words.title);
  expect(posts.map((post) => post.name)).toEqual(['Jovan', 'Ana']);
  expect(posts[1]).toMatchObject({ id: postId, html: '<p>Kod škole <em>ima</em> vode.</p>\n', edited: false });
});

test('search finds a thread across scripts and without diacritics, and a duplicate while it is typed', async () => {
  await start();
  for (const spelling of ['sljiva', 'šljiva', 'шљива'])
    expect(
      (await village.reads(ana, async (context) => searchEntries(context, await question(spelling)))).map(
        (hit) => hit.title,
      ),
    ).toEqual([words.title]);
  const twins = await village.reads(ana, async (context) => likelyTwins(context, await question('Cesma gornja mala')));
  expect(twins.map((hit) => hit.title)).toEqual([words.title]);
});

const question = async (text: string) => {
  const { id } = await village.house.database.db
    .selectFrom('communities.community')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow();
  return { communityId: id, words: text, withMembers: false };
};

test('followers are told of replies, and who is called by name is told that', async () => {
  const { number } = await start();
  await reply(ana, number, 'Видео сам, @Мира то зна.');
  const told = async (who: string) =>
    (await village.reads(who, listNotices)).notices.map((notice) => notice.href.split('#')[0]);
  expect(await told(jovan)).toEqual([`/c/${slug}/forum/${number}`]);
  expect(await told(mira)).toEqual([`/c/${slug}/forum/${number}`]);
  expect(await village.reads(ana, countUnread)).toBe(0);
  await village.as(jovan, followThread, { slug, number, follow: 'no' });
  await reply(mira, number, 'Знам.');
  expect(await village.reads(jovan, countUnread)).toBe(1);
});

test('an edit keeps what stood before, and only the author edits', async () => {
  const { number } = await start();
  const { postId } = await reply(ana, number, 'Prvo');
  await expect(village.as(jovan, editPost, { slug, number, postId, text: 'Drugo' })).rejects.toThrow('not-yours');
  await village.as(ana, editPost, { slug, number, postId, text: 'Drugo' });
  expect((await shown(mira, number)).posts[1]).toMatchObject({ text: 'Drugo', edited: true });
  const { wordings } = await village.reads(mira, (context) => showWordings(context, { slug, number, postId }));
  expect(wordings.map((wording) => wording.text)).toEqual(['Prvo']);
});

test('somebody from outside reads and may not write; a closed thread is read only', async () => {
  const { number } = await start();
  const stranger = await village.person('Petar');
  await expect(reply(stranger, number, 'Ja bih')).rejects.toThrow('not-yours');
  await expect(village.as(jovan, closeThread, { slug, number, reason: 'Rešeno' })).rejects.toThrow('not-yours');
  await village.as(mira, closeThread, { slug, number, reason: 'Rešeno' });
  await expect(reply(ana, number, 'Još nešto')).rejects.toThrow('thread-closed');
  expect((await shown(stranger, number)).closure?.reason).toBe('Rešeno');
});

test('who came this week writes a little each day, without links', async () => {
  const { number } = await start();
  const [newcomer] = await village.members(slug, 'Novak');
  await expect(reply(newcomer, number, 'https://example.org kupite')).rejects.toThrow('new-links');
  for (let at = 0; at < 5; at += 1) await reply(newcomer, number, `Reč ${at}`);
  await expect(reply(newcomer, number, 'Šesta')).rejects.toThrow('new-many');
  village.house.passDays(8);
  await reply(newcomer, number, 'https://example.org');
});

test('the list shows what is new since a person read it', async () => {
  const { number } = await start();
  const fresh = async () => (await village.reads(ana, (context) => listThreads(context, slug))).threads[0].fresh;
  expect(await fresh()).toBe(true);
  await village.as(ana, readThread, { slug, number });
  expect(await fresh()).toBe(false);
  village.house.setNow(new Date(village.house.now().getTime() + 60_000));
  await reply(mira, number, 'Novo');
  expect(await fresh()).toBe(true);
});

test('a reply belongs to its thread, even when the database is asked directly', async () => {
  const one = await start();
  const { postId } = await reply(ana, one.number, 'Prvo');
  const two = await start(jovan, { title: 'Drugo mesto' });
  await expect(reply(ana, two.number, 'Odgovor', { repliesTo: postId })).rejects.toThrow('not-found');
  const { db } = village.house.database;
  await expect(sql`update forum.post set thread_id = gen_random_uuid()`.execute(db)).rejects.toThrow();
  await expect(sql`update forum.post set text = ''`.execute(db)).rejects.toThrow();
});

test('a facilitator acts for the community, not for another one', async () => {
  const { number } = await start();
  const other = await village.person('Vesna');
  await village.found(other, 'drugo');
  await expect(village.as(other, closeThread, { slug, number, reason: 'Nije' })).rejects.toThrow('not-yours');
  await village.as(mira, proposeRole, { slug, personId: ana, role: 'steward', change: 'grant' });
  await village.as(ana, closeThread, { slug, number, reason: 'Rešeno' });
});
