import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#platform/database/testing.ts';
import { type TestHouse, testHouse } from '#platform/testing-house.ts';
import { demoPersonIds, peopleRoom, seedPeople } from '#rooms/people/server/index.ts';
import { seedCommunities } from './seed.ts';
import {
  attributeCounts,
  communitiesRoom,
  findCommunity,
  membersOf,
  organisationsOf,
  peopleWithRole,
  privateDoorKeepers,
  rolesOfPerson,
} from './server/index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = testHouse(await testDatabase(), [peopleRoom, communitiesRoom]);
  await seedPeople(house);
  await seedCommunities(house);
});

describe('the demo town', () => {
  it('has two villages and a municipality, each with stewards, a facilitator and people of every seat', async () => {
    const { db } = house.database;
    const { id } = await findCommunity(db, 'gornja-lipa');
    const members = await membersOf(db, id);
    expect(members.length).toBe(12);
    expect(new Set(members.map(({ confirmed }) => confirmed))).toEqual(
      new Set(['founder', 'card', 'vouched', undefined]),
    );
    expect((await peopleWithRole(db, id, 'steward')).length).toBe(2);
    expect((await privateDoorKeepers(db, id)).length).toBe(2);
    expect((await organisationsOf(db, id)).map(({ slug }) => slug).sort()).toEqual([
      'korak',
      'northlight',
      'opstina-lipnica',
    ]);
    for (const slug of ['suvi-dol', 'lipnica'])
      expect((await peopleWithRole(db, (await findCommunity(db, slug)).id, 'facilitator')).length).toBe(1);
  });

  it('has an officer and an official who each may act for their organisation', async () => {
    const ids = await demoPersonIds(house.database.db);
    const { organisations } = await rolesOfPerson(house.database.db, ids.ana);
    expect([...organisations.values()]).toEqual(['Удружење Корак']);
  });

  it('gives what people said of themselves as sums only', async () => {
    const { db } = house.database;
    const { id } = await findCommunity(db, 'gornja-lipa');
    const personIds = (await membersOf(db, id)).map(({ personId }) => personId);
    expect(await attributeCounts(db, id, { personIds, attribute: 'gender' })).toEqual([
      { group: 'man', count: 5 },
      { group: 'woman', count: 5 },
    ]);
  });
});
