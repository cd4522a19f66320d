import type { AnyAction } from '#platform/action.ts';
import { type Actor, system } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { type TestDatabase, testDatabase } from '#platform/database/testing.ts';
import { readingContext } from '#platform/house.ts';
import { runAction, runParsed } from '#platform/run-action.ts';
import { type TestHouse, testHouse } from '#platform/testing-house.ts';
import { createPerson, peopleRoom } from '#rooms/people/server/index.ts';
import { foundCommunity } from './community/found-community.ts';
import { communitiesRoom } from './index.ts';
import { joinCommunity } from './membership/join-community.ts';
import { rolesOfPerson } from './roles/roles-of-person.ts';

/** A village of a test, and everything one does in it. */
export interface TestVillage {
  readonly house: TestHouse & { readonly database: TestDatabase };
  /** Makes a person and returns their id. */
  person(name: string): Promise<string>;
  /** The person as they stand now, with every role. */
  actor(personId: string): Promise<Actor>;
  /** Runs an action as a person. */
  as<Result>(personId: string, action: AnyAction, input?: Readonly<Record<string, unknown>>): Promise<Result>;
  /** Runs a query as a person. */
  reads<Result>(personId: string, query: (context: Context) => Promise<Result>): Promise<Result>;
  /** Founds a community and returns its id. */
  found(founderId: string, slug: string, more?: Readonly<Record<string, unknown>>): Promise<string>;
  /** Makes people who sit down at an open table. */
  members(slug: string, ...names: readonly string[]): Promise<string[]>;
}

/** Makes it on the worker's database. */
export async function testVillage(): Promise<TestVillage> {
  const database = await testDatabase();
  const house = { ...testHouse(database, [peopleRoom, communitiesRoom]), database };
  const language = house.languages.of('en');
  const person = (name: string) =>
    runParsed(
      house,
      { actor: system('test'), language },
      { name: 'test.person', run: (context) => createPerson(context, { name, locale: 'en' }) },
    );
  const actor = async (personId: string): Promise<Actor> => {
    const { roles } = await rolesOfPerson(house.database.db, personId);
    return { kind: 'person', personId, roles };
  };
  const as: TestVillage['as'] = async <Result>(personId: string, action: AnyAction, input = {}) =>
    runAction(house, { actor: await actor(personId), language }, { action, input }) as Promise<Result>;
  const found: TestVillage['found'] = async (founderId, slug, more = {}) => {
    await as(founderId, foundCommunity, { ...VILLAGE, slug, ...more });
    const { id } = await house.database.db
      .selectFrom('communities.community')
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow();
    return id;
  };
  const members: TestVillage['members'] = async (slug, ...names) => {
    const ids: string[] = [];
    for (const name of names) {
      const id = await person(name);
      await as(id, joinCommunity, { slug, belonging: 'lives-here', oldEnough: 'yes' });
      ids.push(id);
    }
    return ids;
  };
  const reads: TestVillage['reads'] = async (personId, query) =>
    query(readingContext(house, await actor(personId), language));
  return { house, person, actor, as, reads, found, members };
}

const VILLAGE = {
  kind: 'village',
  name: 'Lipovac',
  englishName: '',
  locale: 'sr-Cyrl',
  place: 'Lipovac',
  country: 'RS',
  timeZone: 'Europe/Belgrade',
  latitude: '',
  longitude: '',
  joining: 'open',
  answersForData: 'Mira',
  law: 'ZZPL',
};
