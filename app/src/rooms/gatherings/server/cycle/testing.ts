import type { AnyAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { bringOrganisation, giveCard, registerOrganisation } from '#rooms/communities/server/index.ts';
import { type TestVillage, testVillage } from '#rooms/communities/server/testing.ts';
import { callGathering } from '../calling/call-gathering.ts';
import { openCycle } from './open-cycle.ts';
import { setTable } from './set-table.ts';

/** A village with a forum cycle, for the tests of this folder. Table 1 is free, 2 the municipality's, 3 Water, 4 Roads. */
export interface Forum {
  readonly village: TestVillage;
  readonly slug: string;
  readonly communityId: string;
  /** Sits at the desk. */
  readonly mira: string;
  readonly people: readonly string[];
  readonly organisationId: string;
  readonly number: number;
  /** Does something with this cycle as somebody. */
  as<Result = unknown>(who: string, action: AnyAction, input?: Readonly<Record<string, unknown>>): Promise<Result>;
  reads<Result>(who: string, query: (context: Context) => Promise<Result>): Promise<Result>;
  /** Calls a gathering and returns its number. */
  call(kind: string, startsAt?: string): Promise<number>;
}

let forums = 0;

/** Makes it, with so many members whose seats are confirmed. It is 1 November 2026, 10 UTC. */
export async function testForum(members = 6): Promise<Forum> {
  const village = await testVillage();
  forums += 1;
  const slug = `forum-${forums}`;
  const mira = await village.person('Mira');
  const communityId = await village.found(mira, slug);
  const people = await village.members(slug, ...Array.from({ length: members }, (_, at) => `Person ${at + 1}`));
  for (const personId of people) await village.as(mira, giveCard, { slug, personId });
  const organisation = {
    name: 'Opština',
    locale: 'sr-Cyrl',
    tier: 'local',
    kind: 'municipality',
    country: 'RS',
    englishName: '',
    identifier: '',
  };
  await village.as(mira, registerOrganisation, { ...organisation, slug: `body-${forums}` });
  await village.as(mira, bringOrganisation, { slug, organisation: `body-${forums}` });
  const { id: organisationId } = await village.house.database.db
    .selectFrom('communities.organisation')
    .select('id')
    .where('slug', '=', `body-${forums}`)
    .executeTakeFirstOrThrow();
  const theme = 'Water and roads of our villages';
  const opened = { slug, theme, locale: 'en', publicBodyId: organisationId };
  const { number } = await village.as<{ number: number }>(mira, openCycle, opened);
  const as: Forum['as'] = (who, action, input = {}) => village.as(who, action, { slug, number, ...input });
  await as(mira, setTable, { name: 'Water' });
  await as(mira, setTable, { name: 'Roads' });
  const call: Forum['call'] = async (kind, startsAt = '2026-11-20T17:00:00Z') => {
    const endsAt = new Date(new Date(startsAt).getTime() + 7_200_000).toISOString();
    const called = { communityId, kind, theme: 'An evening', locale: 'en', place: 'School', startsAt, endsAt };
    return (await village.as<{ number: number }>(mira, callGathering, called)).number;
  };
  return { village, slug, communityId, mira, people, organisationId, number, as, reads: village.reads, call };
}
