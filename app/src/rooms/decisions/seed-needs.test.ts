import { expect, test } from 'vitest';
import { deliverAnnouncements } from '#platform/announcements.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { readingContext } from '#platform/house.ts';
import { testHouse } from '#platform/testing-house.ts';
import { communitiesRoom, seedCommunities } from '#rooms/communities/server/index.ts';
import { seedNeeds } from '#rooms/needs/seed.ts';
import { listNeeds } from '#rooms/needs/server/index.ts';
import { peopleRoom, seedPeople } from '#rooms/people/server/index.ts';
import { seedDecisions } from './seed.ts';
import { decisionsOfNeed, decisionsRoom } from './server/index.ts';

test('every decision of the demo comes from needs, and what became of them is not overwritten by what is heard late', async () => {
  const house = testHouse(await testDatabase(), [peopleRoom, communitiesRoom, decisionsRoom]);
  await seedPeople(house);
  await seedCommunities(house);
  await seedNeeds(house);
  await seedDecisions(house);
  const context = readingContext(house, { kind: 'nobody' }, house.languages.of('sr-Cyrl'));
  const statesIn = async (slug: string) =>
    (await listNeeds(context, slug)).needs.map(({ number, state }) => [number, state]);
  const before = [await statesIn('gornja-lipa'), await statesIn('suvi-dol')];
  for (let round = 0; round < 20; round += 1) if ((await deliverAnnouncements(house)) === 0) break;
  expect([await statesIn('gornja-lipa'), await statesIn('suvi-dol')]).toEqual(before);
  const { db } = house.database;
  const needs = await db.selectFrom('needs.need').select(['communityId', 'id as needId']).execute();
  const from = new Set<string>();
  for (const need of needs) for (const { question } of (await decisionsOfNeed(context, need)).list) from.add(question);
  const all = await db.selectFrom('decisions.decision').select('question').execute();
  expect([...from].sort()).toEqual(all.map(({ question }) => question).sort());
});
