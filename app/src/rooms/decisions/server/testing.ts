import type { Action } from '#platform/action.ts';
import type { Actor } from '#platform/actor.ts';
import { type TestDatabase, testDatabase } from '#platform/database/testing.ts';
import { newTimeId } from '#platform/ids.ts';
import { type Asking, runAction } from '#platform/run-action.ts';
import { type TestHouse, testHouse } from '#platform/testing-house.ts';
import { plainCharter } from '#rooms/communities/index.ts';
import { decisionsRoom } from './index.ts';

/** A village with confirmed members, for the tests of this room. */
export interface Village {
  readonly house: TestHouse;
  readonly database: TestDatabase;
  readonly communityId: string;
  /** Members with a vote, the first also a facilitator. */
  readonly people: readonly string[];
  actor(personId: string, ...roles: string[]): Actor;
  readonly facilitator: Actor;
  /** Runs an action as someone. */
  as<Input, Result>(actor: Actor, action: Action<Input, Result>, input: unknown, key?: string): Promise<Result>;
  addPerson(more?: { belonging?: string; confirmed?: boolean; member?: boolean }): Promise<string>;
}

let villages = 0;

/** Makes a village of so many members in an emptied database. It is 1 November 2026, 10 UTC. */
export async function village(members = 12, charter: { quorumPercent?: number } = {}): Promise<Village> {
  const database = await testDatabase();
  const house = testHouse(database, [decisionsRoom]);
  const { db } = database;
  const since = new Date('2026-01-01T00:00:00Z');
  const communityId = newTimeId(since);
  villages += 1;
  const newPerson = async () => {
    const id = newTimeId(since);
    await db
      .insertInto('people.person')
      .values({ id, name: `Person ${id.slice(-4)}`, locale: 'en', signsAs: 'name', cameAt: since })
      .execute();
    return id;
  };
  const founder = await newPerson();
  await db
    .insertInto('communities.community')
    .values({
      id: communityId,
      slug: `village-${villages}`,
      code: [...String(1000 + villages)].map((digit) => 'bcdfghjkmn'[Number(digit)]).join(''),
      kind: 'village',
      name: 'Gornje Selo',
      locale: 'sr-Cyrl',
      place: 'Gornje Selo',
      country: 'RS',
      timeZone: 'Europe/Belgrade',
      foundedAt: since,
      foundedBy: founder,
    } as never)
    .execute();
  const rules = plainCharter({
    country: 'RS',
    locale: 'sr-Cyrl',
    answersForData: 'The council',
    law: 'The law of Serbia',
  });
  const written = { ...rules, ...charter };
  await db
    .insertInto('communities.charter')
    .values({ communityId, version: 1, rules: JSON.stringify(written), writtenAt: since, writtenBy: founder } as never)
    .execute();
  const addPerson: Village['addPerson'] = async ({
    belonging = 'lives-here',
    confirmed = true,
    member = true,
  } = {}) => {
    const personId = await newPerson();
    if (!member) return personId;
    const membership = {
      communityId,
      id: newTimeId(house.now()),
      personId,
      how: 'open',
      belonging,
      joinedAt: house.now(),
    };
    await db
      .insertInto('communities.membership')
      .values(membership as never)
      .execute();
    if (confirmed)
      await db
        .insertInto('communities.cardGiven')
        .values({ communityId, personId, givenBy: founder, givenAt: house.now() } as never)
        .execute();
    return personId;
  };
  const people: string[] = [];
  for (let at = 0; at < members; at += 1) people.push(await addPerson());
  const actor: Village['actor'] = (personId, ...roles) => ({
    kind: 'person',
    personId,
    roles: new Map([[communityId, roles.length > 0 ? roles : ['member']]]),
  });
  const language = house.languages.of('en');
  return {
    house,
    database,
    communityId,
    people,
    actor,
    facilitator: actor(people[0] ?? founder, 'member', 'facilitator'),
    as: (asActor, action, input, key) =>
      runAction(house, { actor: asActor, language, key } satisfies Asking, { action, input }),
    addPerson,
  };
}

/** A paper that asks yes or no in secret, open from 1 to 8 November 2026. */
export const paper = (of: Village, more: Record<string, unknown> = {}) => ({
  communityId: of.communityId,
  question: 'Shall the old mill become a reading room?',
  locale: 'en',
  secrecy: 'secret',
  method: 'majority',
  opensAt: '2026-11-01T09:00:00Z',
  closesAt: '2026-11-08T17:00:00Z',
  ...more,
});
