import { beforeEach, expect, it } from 'vitest';
import { nobody } from '#platform/actor.ts';
import type { SafePicture } from '#platform/files/safe-picture.ts';
import { type TestVillage, testVillage } from '#rooms/communities/server/testing.ts';
import { startThread } from '#rooms/forum/server/index.ts';
import { foldThing, unfoldThing } from '#rooms/moderation/server/index.ts';
import { raiseNeed, showNeed } from '#rooms/needs/server/index.ts';
import { sendFile } from '#web/send-file.ts';

let village: TestVillage;
let communityId: string;
let mira: string;
let ana: string;
let jovan: string;
const slug = 'lipovac';
const locale = 'sr-Latn';
const picture = (letter: string): SafePicture => ({
  hash: letter.repeat(64),
  mediaType: 'image/webp',
  bytes: new Uint8Array([1, 2, 3]),
  width: 1,
  height: 1,
});

beforeEach(async () => {
  village = await testVillage();
  mira = await village.person('Mira');
  communityId = await village.found(mira, slug);
  [ana, jovan] = await village.members(slug, 'Ana', 'Jovan');
  village.house.passDays(10);
});

/** Who gets a picture by its address: nobody signed in, a neighbour, its author, the desk. */
async function whoGets(hash: string): Promise<boolean[]> {
  const house = village.house as unknown as App.Locals['house'];
  const actors = [nobody, ...(await Promise.all([jovan, ana, mira].map((id) => village.actor(id))))];
  return Promise.all(
    actors.map((actor) =>
      sendFile({ house, actor }, { community: communityId, hash }).then(
        () => true,
        () => false,
      ),
    ),
  );
}
const EVERYBODY = [true, true, true, true];
const AUTHOR_AND_DESK = [false, false, true, true];

it('the picture of a folded post goes to its author and the desk, by whatever address, until it is unfolded', async () => {
  const words = { slug, title: 'Slika', text: 'Vidi', locale, pictures: [picture('a')], pictureWords: 'kuća' };
  await village.as(ana, startThread, words);
  const { id: postId } = await village.house.database.db
    .selectFrom('forum.post')
    .select('id')
    .executeTakeFirstOrThrow();
  expect(await whoGets(picture('a').hash)).toEqual(EVERYBODY);
  const post = { slug, about: 'post', aboutId: postId, reason: 'private' };
  const { foldId } = await village.as<{ foldId: string }>(mira, foldThing, post);
  expect(await whoGets(picture('a').hash)).toEqual(AUTHOR_AND_DESK);
  await village.as(mira, unfoldThing, { slug, foldId });
  expect(await whoGets(picture('a').hash)).toEqual(EVERYBODY);
});

it('the picture of a folded need too; what two folds hold back comes with the second', async () => {
  const need = { slug, title: 'Ograda', locale, pictures: [picture('b')], pictureWords: 'ograda' };
  const folds: string[] = [];
  for (let one = 0; one < 2; one += 1) {
    const { number } = await village.as<{ number: number }>(ana, raiseNeed, need);
    const { id: aboutId } = await village.reads(mira, (context) => showNeed(context, { slug, number }));
    const asked = { slug, about: 'need', aboutId, reason: 'private' };
    folds.push((await village.as<{ foldId: string }>(mira, foldThing, asked)).foldId);
  }
  expect(await whoGets(picture('b').hash)).toEqual(AUTHOR_AND_DESK);
  await village.as(mira, unfoldThing, { slug, foldId: folds[0] });
  expect(await whoGets(picture('b').hash)).toEqual(AUTHOR_AND_DESK);
  await village.as(mira, unfoldThing, { slug, foldId: folds[1] });
  expect(await whoGets(picture('b').hash)).toEqual(EVERYBODY);
});
