import { expect, test } from 'vitest';
import { testDatabase } from '#platform/database/testing.ts';
import { readingContext } from '#platform/house.ts';
import { testHouse } from '#platform/testing-house.ts';
import { seedCommunities } from '#rooms/communities/server/index.ts';
import { seedPeople } from '#rooms/people/server/index.ts';
import { seedCommitments } from './seed.ts';
import { listCommitments } from './server/index.ts';

test('the demo village has words that were kept, are late, were not kept, changed, and one that nobody answered', async () => {
  const house = testHouse(await testDatabase(), []);
  await seedPeople(house);
  await seedCommunities(house);
  await seedCommitments(house);
  const context = readingContext(house, { kind: 'nobody' }, house.languages.of('sr-Cyrl'));
  const { words, pulse } = await listCommitments(context, { slug: 'gornja-lipa' });
  expect(pulse).toMatchObject({ all: 7, kept: 1, late: 1, changed: 1, 'not-kept': 1, given: 3, waits: 1 });
  const road = words.find(({ what }) => what.startsWith('Насипамо'));
  expect(road).toMatchObject({ state: 'late', asked: 2, waits: false, giver: { kind: 'organisation' } });
  expect(words.find(({ waits }) => waits)?.state).toBe('given');
});
