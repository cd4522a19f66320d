import { expect, test } from 'vitest';
import { system } from '#platform/actor.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { readingContext } from '#platform/house.ts';
import { testHouse } from '#platform/testing-house.ts';
import { seedCommunities } from '#rooms/communities/seed.ts';
import { seedPeople } from '#rooms/people/seed.ts';
import { demoThreads } from './demo-threads.ts';
import { seedForum } from './seed.ts';
import { listThreads, showThread } from './server/index.ts';

test('the demo town talks: a fair debate, and one post folded by two', async () => {
  const house = testHouse(await testDatabase(), []);
  house.setNow('2026-11-20T09:00:00Z');
  await seedPeople(house);
  await seedCommunities(house);
  await seedForum(house);
  const context = readingContext(house, system('test'), house.languages.of('en'));
  const { threads } = await listThreads(context, 'gornja-lipa');
  const ours = demoThreads.filter((thread) => thread.slug === 'gornja-lipa');
  expect(threads.map((thread) => thread.title).sort()).toEqual(ours.map((thread) => thread.title).sort());
  const debate = threads.find((thread) => thread.posts === 9);
  const { posts } = await showThread(context, { slug: 'gornja-lipa', number: debate?.number ?? 0 });
  expect(posts.filter((post) => post.fold)).toHaveLength(1);
  expect(posts.filter((post) => post.text === '')).toHaveLength(1);
}, 120_000);
