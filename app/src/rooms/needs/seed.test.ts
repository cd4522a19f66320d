import { expect, test } from 'vitest';
import { testDatabase } from '#platform/database/testing.ts';
import { readingContext } from '#platform/house.ts';
import { testHouse } from '#platform/testing-house.ts';
import { seedCommunities } from '#rooms/communities/server/index.ts';
import { seedPeople } from '#rooms/people/server/index.ts';
import { seedNeeds } from './seed.ts';
import { listNeeds, listOffers } from './server/index.ts';

test('the demo town has half a year of needs: merged, done, asked again, from the hall, and one that waits', async () => {
  const house = testHouse(await testDatabase(), []);
  await seedPeople(house);
  await seedCommunities(house);
  await seedNeeds(house);
  const context = readingContext(house, { kind: 'nobody' }, house.languages.of('sr-Cyrl'));
  const { needs, themes } = await listNeeds(context, 'gornja-lipa');
  expect(needs.length).toBe(10);
  expect(new Set(needs.map(({ state }) => state))).toEqual(
    new Set(['raised', 'taken-up', 'in-decision', 'decided', 'done', 'still-needed']),
  );
  const water = needs.find(({ title }) => title.startsWith('Вода'));
  expect(water).toMatchObject({ supporters: 7, hands: 24, theme: 'Вода' });
  expect(themes.length).toBeGreaterThan(2);
  expect((await listNeeds(context, 'suvi-dol')).needs.length).toBe(6);
  expect((await listOffers(context, 'gornja-lipa', {})).offers.length).toBe(7);
  const { db } = house.database;
  const askings = await db.selectFrom('needs.askingAgain').select('answer').execute();
  expect(askings.map(({ answer }) => answer).sort()).toEqual([null, 'still-needed'].sort());
});
