import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { renderMarkdown } from '#platform/markdown.ts';
import { abilities } from '#platform/permissions.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { type ListedDecision, linesOfDecisions } from '#rooms/decisions/server/index.ts';
import { type CycleAbility, onCycle } from '../../cycle-permissions.ts';
import { type MoneyLine, shownMoney } from '../../cycle-rules.ts';
import { mayKnow } from '../../permissions.ts';
import { stateOf } from '../../rules.ts';
import type { GatheringState } from '../../words.ts';
import { type AtCycle, type Cycle, findCycle, seatIn, tablesOf, type WorkingTable } from './find-cycle.ts';
import { inputsOf, type ShownInput } from './inputs.ts';
import { recommendationsOf, type ShownRecommendation } from './recommendations.ts';

/** A session of a cycle: a gathering with its own page, minutes and call. */
export interface ShownSession {
  readonly position: number;
  readonly number: number;
  readonly theme: string;
  readonly locale: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly state: GatheringState;
}

/** A choice among recommendations; the decision says the rest on its own page. */
export type ShownChoice = Pick<ListedDecision, 'number' | 'question' | 'locale' | 'state' | 'result' | 'closesAt'>;

/** What everyone reads of a cycle. */
export interface CyclePage {
  readonly place: Community;
  readonly cycle: Cycle;
  readonly html: string;
  readonly hosts: readonly { readonly name: string; readonly locale: string; readonly href: string }[];
  readonly money: readonly MoneyLine[];
  readonly sessions: readonly ShownSession[];
  readonly tables: readonly (WorkingTable & { readonly seated: number | null })[];
  /** The table at which whoever reads sits, by its place. */
  readonly mine: number | null;
  readonly rules: readonly {
    readonly kind: string;
    readonly attribute: string;
    readonly group: string;
    readonly least: number;
  }[];
  readonly inputs: readonly ShownInput[];
  readonly recommendations: readonly ShownRecommendation[];
  readonly choices: readonly ShownChoice[];
  readonly abilities: Record<CycleAbility, boolean>;
}

/** One cycle with everything that belongs to it, as far as this reader may see. */
export async function showCycle(context: Context, at: AtCycle): Promise<CyclePage> {
  const { community: place, cycle } = await findCycle(context, at);
  const tables = await tablesOf(context, cycle);
  const may = abilities(onCycle, context.actor, { communityId: cycle.communityId });
  const personId = personOf(context.actor);
  const [hosts, money, sessions, seated, inputs, recommendations, choices, rules, seat] = await Promise.all([
    hostsOf(context, cycle),
    moneyOf(context, cycle),
    sessionsOf(context, cycle),
    may.seeSeats ? seatedAt(context, cycle) : undefined,
    inputsOf(context, cycle, null),
    recommendationsOf(context, cycle, tables),
    choicesOf(context, cycle),
    publicRules(context, cycle),
    personId ? seatIn(context, cycle, personId) : undefined,
  ]);
  return {
    place,
    cycle,
    html: cycle.about === '' ? '' : renderMarkdown(cycle.about),
    hosts,
    money: shownMoney(money),
    sessions,
    tables: tables.map((table) => ({ ...table, seated: seated ? (seated.get(table.id) ?? 0) : null })),
    mine: tables.find(({ id }) => id === seat)?.position ?? null,
    rules,
    inputs,
    recommendations,
    choices,
    abilities: may,
  };
}

async function hostsOf({ db }: Context, { communityId, id }: Cycle): Promise<CyclePage['hosts']> {
  const rows = await db
    .selectFrom('gatherings.cycleHost as h')
    .leftJoin('communities.organisation as o', 'o.id', 'h.organisationId')
    .leftJoin('communities.community as c', 'c.id', 'h.hostCommunityId')
    .select(['o.name as oName', 'o.locale as oLocale', 'o.slug as oSlug'])
    .select(['c.name as cName', 'c.locale as cLocale', 'c.slug as cSlug'])
    .where('h.communityId', '=', communityId)
    .where('h.cycleId', '=', id)
    .orderBy('h.position')
    .execute();
  return rows.map(({ oName, oLocale, oSlug, cName, cLocale, cSlug }) =>
    cSlug === null
      ? { name: oName ?? '', locale: oLocale ?? '', href: `/o/${oSlug}` }
      : { name: cName ?? '', locale: cLocale ?? '', href: `/c/${cSlug}` },
  );
}

/** Money by source; callers show it through `shownMoney` or to the desk only. */
export async function moneyOf(
  { db }: Context,
  { communityId, id }: Cycle,
): Promise<(MoneyLine & { named: boolean })[]> {
  const rows = await db
    .selectFrom('gatherings.cycleMoney as m')
    .innerJoin('communities.organisation as o', 'o.id', 'm.organisationId')
    .select(['m.amount', 'm.currency', 'm.namedAt', 'o.name', 'o.tier'])
    .where('m.communityId', '=', communityId)
    .where('m.cycleId', '=', id)
    .orderBy('m.id')
    .execute();
  return rows.map(({ amount, currency, namedAt, name, tier }) => ({
    tier,
    source: name,
    amount: Number(amount),
    currency,
    named: namedAt !== null,
  }));
}

/** The sessions in order, without those that this reader may not know of. */
export async function sessionsOf(context: Context, { communityId, id }: Cycle): Promise<ShownSession[]> {
  const rows = await context.db
    .selectFrom('gatherings.cycleSession as s')
    .innerJoin('gatherings.gathering as g', (join) =>
      join.onRef('g.communityId', '=', 's.communityId').onRef('g.id', '=', 's.gatheringId'),
    )
    .leftJoin('gatherings.callingOff as off', (join) =>
      join.onRef('off.communityId', '=', 'g.communityId').onRef('off.gatheringId', '=', 'g.id'),
    )
    .select(['s.position', 'g.number', 'g.theme', 'g.locale', 'g.place', 'g.startsAt', 'g.endsAt', 'g.audience'])
    .select('off.calledOffAt')
    .where('s.communityId', '=', communityId)
    .where('s.cycleId', '=', id)
    .orderBy('s.position')
    .execute();
  return rows
    .filter(({ audience }) => mayKnow(context.actor, { communityId, audience }))
    .map(({ audience: _, endsAt, calledOffAt, ...session }) => ({
      ...session,
      state: stateOf({ startsAt: session.startsAt, endsAt, calledOffAt }, context.now),
    }));
}

/** How many sit at each table, for those who sit in the community. */
export async function seatedAt({ db }: Context, { communityId, id }: Cycle): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('gatherings.tableSeat')
    .select((eb) => ['tableId', eb.fn.countAll<number>().as('count')])
    .where('communityId', '=', communityId)
    .where('cycleId', '=', id)
    .groupBy('tableId')
    .execute();
  return new Map(rows.map(({ tableId, count }) => [tableId, Number(count)]));
}

async function publicRules({ db }: Context, { communityId, id }: Cycle): Promise<CyclePage['rules']> {
  const rows = await db
    .selectFrom('gatherings.compositionRule')
    .select(['kind', 'attribute', 'groupName as group', 'least'])
    .where('communityId', '=', communityId)
    .where('cycleId', '=', id)
    .orderBy('id')
    .execute();
  return rows;
}

/** The choices of a cycle, the newest first; a draft is the members'. */
export async function choicesOf(context: Context, { communityId, id }: Cycle): Promise<ShownChoice[]> {
  const rows = await context.db
    .selectFrom('gatherings.cycleChoice')
    .select('decisionNumber')
    .where('communityId', '=', communityId)
    .where('cycleId', '=', id)
    .execute();
  return linesOfDecisions(
    context,
    communityId,
    rows.map(({ decisionNumber }) => decisionNumber),
  );
}

/** The cycles of a community, the newest first, fifty a page. */
export async function listCycles(
  context: Context,
  { slug, before }: { readonly slug: string; readonly before?: number },
): Promise<{
  readonly place: Community;
  readonly cycles: readonly {
    readonly number: number;
    readonly theme: string;
    readonly locale: string;
    readonly openedAt: Date;
  }[];
  readonly next: number | null;
  readonly mayOpen: boolean;
}> {
  const place = await findCommunity(context.db, slug);
  let query = context.db
    .selectFrom('gatherings.cycle')
    .select(['number', 'theme', 'locale', 'openedAt'])
    .where('communityId', '=', place.id)
    .orderBy('number', 'desc')
    .limit(51);
  if (before !== undefined && Number.isSafeInteger(before)) query = query.where('number', '<', before);
  const rows = await query.execute();
  return {
    place,
    cycles: rows.slice(0, 50),
    next: rows.length > 50 ? (rows[49]?.number ?? null) : null,
    mayOpen: abilities(onCycle, context.actor, { communityId: place.id }).open,
  };
}
