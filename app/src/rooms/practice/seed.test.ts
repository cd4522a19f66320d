import { expect, test } from 'vitest';
import { nobody } from '#platform/actor.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { readingContext } from '#platform/house.ts';
import { testHouse } from '#platform/testing-house.ts';
import { demoTown, rolesOfPerson, seedCommunities } from '#rooms/communities/server/index.ts';
import { seedPeople } from '#rooms/people/server/index.ts';
import { DEMO_PRACTICE } from './demo-practice.ts';
import { seedPractice } from './seed.ts';
import { homeOfPractice, listCases, showPractice, showShares, showTree } from './server/index.ts';

const promise = 'the demo’s practice has ten organisations from six countries, and cases that learned from each other';
test(promise, { timeout: 120_000 }, async () => {
  const house = testHouse(await testDatabase(), []);
  await seedPeople(house);
  await seedCommunities(house);
  await seedPractice(house);
  const language = house.languages.of('sr-Cyrl');
  const context = readingContext(house, nobody, language);
  const page = await showPractice(context, DEMO_PRACTICE);
  expect(page.organisations).toHaveLength(10);
  expect(new Set(page.organisations.map(({ country }) => country)).size).toBe(6);
  expect(page.circle).toHaveLength(3);
  const { branches } = await showTree(context, DEMO_PRACTICE);
  expect(branches.map(({ how }) => how ?? 'root').sort()).toEqual(
    ['root', 'root', 'adapted', 'adapted', 'adopted', 'did-not-work'].sort(),
  );
  expect((await listCases(context, DEMO_PRACTICE, { failed: true })).cases).toHaveLength(2);
  const { ids } = await demoTown(house);
  const { roles } = await rolesOfPerson(house.database.db, ids.ana);
  const ana = readingContext(house, { kind: 'person', personId: ids.ana, roles }, language);
  const { pairs, introductions } = await showShares(ana, DEMO_PRACTICE);
  expect(pairs.some(({ mine }) => mine)).toBe(true);
  expect(introductions.filter(({ waits }) => waits)).toHaveLength(1);
  expect((await homeOfPractice(ana, page.practice)).now).toHaveLength(2);
});
