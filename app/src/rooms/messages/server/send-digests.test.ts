import { beforeEach, expect, it } from 'vitest';
import { writeSearchEntry } from '#platform/search.ts';
import { type TestVillage, testVillage } from '#rooms/communities/server/testing.ts';
import { sendDigests } from './send-digests.ts';
import { reader, work } from './testing.ts';

let village: TestVillage;
let communityId: string;
beforeEach(async () => {
  village = await testVillage();
  communityId = await village.found(await reader(village.house, 'Mira'), 'lipovac');
  village.house.passDays(8);
});

/** Something anyone may read in the village, changed now. */
const write = (kind: string, title: string, path: string) =>
  work(village.house, (context) =>
    writeSearchEntry(context, {
      communityId,
      kind,
      id: context.newId(),
      audience: 'public',
      title,
      text: '',
      locale: 'sr-Cyrl',
      path,
    }),
  );

it('leads to each thing itself, and tells of a talk once however much was said', async () => {
  await write('need', 'Клупа код школе', 'needs/4');
  await write('thread', 'Вода', 'forum/3');
  village.house.passDays(1);
  await write('post', 'Вода', 'forum/3?at=a#p-a');
  await sendDigests.run(village.house);
  const [{ text }] = village.house.letters;
  const links = text.split('\n').filter((line) => line.includes('/c/lipovac'));
  expect(links).toEqual([
    '  http://localhost:3000/c/lipovac/forum/3?at=a#p-a',
    '  http://localhost:3000/c/lipovac/needs/4',
  ]);
});
