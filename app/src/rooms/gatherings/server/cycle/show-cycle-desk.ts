import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import type { Community } from '#rooms/communities/index.ts';
import {
  allCommunities,
  charterOf,
  findCommunity,
  membersOf,
  organisationsOf,
} from '#rooms/communities/server/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { onCycle } from '../../cycle-permissions.ts';
import type { MoneyLine } from '../../cycle-rules.ts';
import type { Finding } from '../../cycle-words.ts';
import { lastFindings, rulesOf, type StoredRule } from './composition.ts';
import { type AtCycle, type Cycle, findCycle, tablesOf, type WorkingTable } from './find-cycle.ts';
import { groupsAsked } from './groups-asked.ts';
import { recommendationsOf, type ShownRecommendation } from './recommendations.ts';
import { choicesOf, moneyOf, type ShownChoice, type ShownSession, seatedAt, sessionsOf } from './show-cycle.ts';
import { moderatorsOf } from './show-table.ts';

type Named = { readonly id: string; readonly name: string };

/** What the organisers see of a cycle: never who or how many of a group, only how each rule stood. */
export interface CycleDesk {
  readonly place: Community;
  readonly cycle: Cycle;
  readonly locales: readonly string[];
  readonly sessions: readonly ShownSession[];
  /** Called forum sessions that belong to no cycle yet. */
  readonly loose: readonly { readonly number: number; readonly theme: string; readonly startsAt: Date }[];
  readonly tables: readonly (WorkingTable & {
    readonly seated: number;
    readonly moderators: readonly { readonly personId: string; readonly name: string }[];
  })[];
  readonly rules: readonly (StoredRule & { readonly finding: Finding })[];
  readonly drawnOn: string | null;
  readonly groups: readonly { readonly attribute: string; readonly groups: readonly string[] }[];
  readonly money: readonly (MoneyLine & { readonly named: boolean })[];
  readonly recommendations: readonly ShownRecommendation[];
  readonly choices: readonly ShownChoice[];
  readonly organisations: readonly Named[];
  readonly members: readonly Named[];
}

/** The organisers' page of one cycle. Throws for everybody who does not sit at the desk. */
export async function showCycleDesk(context: Context, at: AtCycle): Promise<CycleDesk> {
  const { community: place, cycle } = await findCycle(context, at);
  const { communityId, id: cycleId } = cycle;
  authorize(onCycle.seeComposition, context.actor, { communityId });
  const { db } = context;
  const tables = await tablesOf(context, cycle);
  const [sessions, loose, seated, rules, last, groups, money, recommendations, choices, organisations, members] =
    await Promise.all([
      sessionsOf(context, cycle),
      looseSessions(context, communityId),
      seatedAt(context, cycle),
      rulesOf(db, { communityId, cycleId }),
      lastFindings(db, { communityId, cycleId }),
      groupsAsked(db, communityId),
      moneyOf(context, cycle),
      recommendationsOf(context, cycle, tables),
      choicesOf(context, cycle),
      organisationsOf(db, communityId),
      membersByName(context, communityId),
    ]);
  const { rules: charter } = await charterOf(db, communityId);
  const moderated = await Promise.all(tables.map((table) => moderatorsOf(context, table)));
  return {
    place,
    cycle,
    locales: charter.languages,
    sessions,
    loose,
    tables: tables.map((table, index) => ({
      ...table,
      seated: seated.get(table.id) ?? 0,
      moderators: moderated[index] ?? [],
    })),
    rules: rules.map((rule) => ({ ...rule, finding: last.findings.get(rule.id) ?? 'not-known' })),
    drawnOn: last.drawnOn,
    groups,
    money,
    recommendations,
    choices,
    organisations: organisations.map(({ id, name }) => ({ id, name })),
    members,
  };
}

/** The form of a new cycle. */
export async function showCycleForm(
  context: Context,
  slug: string,
): Promise<{
  readonly place: Community;
  readonly locales: readonly string[];
  readonly organisations: readonly Named[];
  readonly communities: readonly Named[];
}> {
  const place = await findCommunity(context.db, slug);
  authorize(onCycle.open, context.actor, { communityId: place.id });
  const { rules } = await charterOf(context.db, place.id);
  const [organisations, communities] = await Promise.all([
    organisationsOf(context.db, place.id),
    allCommunities(context.db),
  ]);
  const named = ({ id, name }: Named) => ({ id, name });
  return {
    place,
    locales: rules.languages,
    organisations: organisations.map(named),
    communities: communities.filter(({ id }) => id !== place.id).map(named),
  };
}

async function looseSessions({ db }: Context, communityId: string): Promise<CycleDesk['loose']> {
  return db
    .selectFrom('gatherings.gathering as g')
    .leftJoin('gatherings.cycleSession as s', (join) =>
      join.onRef('s.communityId', '=', 'g.communityId').onRef('s.gatheringId', '=', 'g.id'),
    )
    .select(['g.number', 'g.theme', 'g.startsAt'])
    .where('g.communityId', '=', communityId)
    .where('g.kind', '=', 'forum-session')
    .where('s.gatheringId', 'is', null)
    .orderBy('g.startsAt')
    .limit(60)
    .execute();
}

async function membersByName(context: Context, communityId: string): Promise<Named[]> {
  const members = await membersOf(context.db, communityId);
  const names = await personNames(
    context.db,
    members.map(({ personId }) => personId),
  );
  return members
    .map(({ personId }) => ({ id: personId, name: names.get(personId)?.name ?? '' }))
    .sort((a, b) => context.language.compare(a.name, b.name));
}
