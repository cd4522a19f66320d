import { smallestShown, suppressRow } from '@sofra/counting';
import type { Context } from '#platform/context.ts';
import type { Gathering } from '../calling/find-gathering.ts';
import type { PeopleLine, PeopleRecord } from './records.ts';

type Of = Pick<Gathering, 'communityId' | 'id'>;

/**
 * Who took part, only ever as sums that may be shown in public: by the kind and country of the organisation somebody belongs
 * to, never by who they are. Whoever was only counted in the hall is `unknown`.
 */
export async function gatherPeople(context: Context, gathering: Of): Promise<PeopleRecord> {
  const present = await presentAt(context, gathering);
  const counted = await countedAt(context, gathering);
  const total = Math.max(present.length, counted ?? 0);
  const unknown = total - present.length;
  return {
    total: total >= smallestShown('public', []) ? total : null,
    counted: total > 0,
    kinds: lines(
      present.map(({ kind }) => kind),
      unknown,
    ),
    countries: lines(
      present.map(({ country }) => country),
      unknown,
    ),
  };
}

function lines(groups: readonly string[], unknown: number): PeopleLine[] {
  const counts = new Map<string, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  if (unknown > 0) counts.set('unknown', (counts.get('unknown') ?? 0) + unknown);
  const sorted = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  const shown = suppressRow(
    sorted.map(([, count]) => count),
    smallestShown('public', []),
  );
  return sorted.map(([group], at) => ({ group, count: shown[at] ?? null }));
}

/** Each person once, with the kind and country of the organisation they have belonged to longest. */
async function presentAt({ db }: Context, { communityId, id }: Of): Promise<{ kind: string; country: string }[]> {
  const rows = await db
    .selectFrom('gatherings.attendance as a')
    .leftJoin('gatherings.registration as r', (join) =>
      join.onRef('r.communityId', '=', 'a.communityId').onRef('r.id', '=', 'a.registrationId'),
    )
    .select((eb) => eb.fn.coalesce('a.personId', 'r.personId').as('personId'))
    .where('a.communityId', '=', communityId)
    .where('a.gatheringId', '=', id)
    .execute();
  const people = [...new Set(rows.flatMap(({ personId }) => personId ?? []))];
  const belongs = new Map<string, { kind: string; country: string }>();
  for (let at = 0; at < people.length; at += 5_000) {
    const organisations = await db
      .selectFrom('communities.organisationMember as m')
      .innerJoin('communities.organisation as o', 'o.id', 'm.organisationId')
      .select(['m.personId', 'o.kind', 'o.country'])
      .where('m.personId', 'in', people.slice(at, at + 5_000))
      .where('m.endedAt', 'is', null)
      .orderBy('m.joinedAt', 'desc')
      .execute();
    for (const { personId, kind, country } of organisations) belongs.set(personId, { kind, country });
  }
  return rows.map(({ personId }) => {
    if (!personId) return { kind: 'unknown', country: 'unknown' };
    return belongs.get(personId) ?? { kind: 'own', country: 'unknown' };
  });
}

/** Everyone in the hall, when only a number was kept. */
async function countedAt({ db }: Context, { communityId, id }: Of): Promise<number | undefined> {
  const row = await db
    .selectFrom('gatherings.attendanceCount')
    .select('count')
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', id)
    .where('attribute', '=', '')
    .executeTakeFirst();
  return row?.count;
}
