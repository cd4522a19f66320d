import { hasRole, personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { abilities } from '#platform/permissions.ts';
import type { Community } from '#rooms/communities/index.ts';
import { membersOf } from '#rooms/communities/server/index.ts';
import { showTalk } from '#rooms/forum/server/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { type CycleAbility, onCycle } from '../../cycle-permissions.ts';
import {
  type AtCycle,
  type Cycle,
  findCycle,
  seatIn,
  subjectOf,
  tableAt,
  tablesOf,
  type WorkingTable,
} from './find-cycle.ts';
import { inputsOf, type ShownInput } from './inputs.ts';
import { recommendationsOf, type ShownRecommendation } from './recommendations.ts';

/** An idea on a table; without a name where its author chose none or is not shown to this reader. */
export interface ShownIdea {
  readonly id: string;
  readonly text: string;
  readonly locale: string;
  readonly by: string;
  readonly saidAt: Date;
}

/** A working group between two sessions. Who is in it is shown inside. */
export interface ShownGroup {
  readonly id: string;
  readonly task: string;
  readonly locale: string;
  readonly dueOn: string;
  readonly members: readonly string[];
  readonly report: string | null;
  readonly mine: boolean;
}

type Named = { readonly personId: string; readonly name: string };

/** Everything on the page of one table. */
export interface TablePage {
  readonly place: Community;
  readonly cycle: Cycle;
  readonly table: WorkingTable;
  readonly moderators: readonly Named[];
  /** Who sits there, for those who sit in the community; null for everybody else. */
  readonly seats: readonly Named[] | null;
  /** Whoever reads sits here. */
  readonly sitsHere: boolean;
  /** Members who may be entered here, for whoever may enter them. */
  readonly others: readonly Named[];
  readonly inputs: readonly ShownInput[];
  readonly ideas: readonly ShownIdea[];
  readonly recommendations: readonly ShownRecommendation[];
  readonly groups: readonly ShownGroup[];
  readonly talk: Awaited<ReturnType<typeof showTalk>>;
  readonly abilities: Record<CycleAbility, boolean>;
}

/** One table of a cycle, as this reader may see it. */
export async function showTable(context: Context, at: AtCycle & { readonly table: number }): Promise<TablePage> {
  const { community: place, cycle } = await findCycle(context, at);
  const table = await tableAt(context, cycle, at.table);
  const may = abilities(onCycle, context.actor, await subjectOf(context, table));
  const personId = personOf(context.actor);
  const [tables, seatIds, moderators, inputs, ideas, groups, talk, seat] = await Promise.all([
    tablesOf(context, cycle),
    seatsOf(context, table),
    moderatorsOf(context, table),
    inputsOf(context, cycle, table.id),
    ideasOf(context, table),
    groupsOf(context, table),
    showTalk(context, place.id, { kind: 'working-table', id: table.id }),
    personId ? seatIn(context, cycle, personId) : undefined,
  ]);
  const recommendations = await recommendationsOf(context, cycle, tables);
  return {
    place,
    cycle,
    table,
    moderators,
    seats: may.seeSeats ? await named(context, place.id, seatIds) : null,
    sitsHere: seat === table.id,
    others: may.seat ? await othersOf(context, place.id, seatIds) : [],
    inputs,
    ideas,
    recommendations: recommendations.filter(({ tableId }) => tableId === table.id),
    groups,
    talk,
    abilities: may,
  };
}

/** People by name for this reader: who signs only inside has no name outside, who signs as a member none at all. */
export async function named(context: Context, communityId: string, ids: readonly string[]): Promise<Named[]> {
  const names = await personNames(context.db, ids);
  const inside =
    context.actor.kind === 'system' || hasRole(context.actor, communityId, 'member', 'facilitator', 'steward');
  return ids
    .map((personId) => {
      const person = names.get(personId);
      const open = person?.signsAs === 'name' || (person?.signsAs === 'inside' && inside);
      return { personId, name: open ? (person?.name ?? '') : '' };
    })
    .sort((a, b) => context.language.compare(a.name, b.name));
}

async function seatsOf({ db }: Context, { communityId, id }: WorkingTable): Promise<string[]> {
  const rows = await db
    .selectFrom('gatherings.tableSeat')
    .select('personId')
    .where('communityId', '=', communityId)
    .where('tableId', '=', id)
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Who moderates a table now. */
export async function moderatorsOf(context: Context, { communityId, id }: WorkingTable): Promise<Named[]> {
  const rows = await context.db
    .selectFrom('gatherings.tableModerator')
    .select('personId')
    .where('communityId', '=', communityId)
    .where('tableId', '=', id)
    .where('endedAt', 'is', null)
    .orderBy('namedAt')
    .execute();
  return named(
    context,
    communityId,
    rows.map(({ personId }) => personId),
  );
}

async function othersOf(context: Context, communityId: string, here: readonly string[]): Promise<Named[]> {
  const members = await membersOf(context.db, communityId);
  const ids = members.map(({ personId }) => personId).filter((personId) => !here.includes(personId));
  const names = await personNames(context.db, ids);
  return ids
    .map((personId) => ({ personId, name: names.get(personId)?.name ?? '' }))
    .sort((a, b) => context.language.compare(a.name, b.name));
}

async function ideasOf(context: Context, { communityId, id }: WorkingTable): Promise<ShownIdea[]> {
  const rows = await context.db
    .selectFrom('gatherings.idea')
    .select(['id', 'text', 'locale', 'saidBy', 'saidAt'])
    .where('communityId', '=', communityId)
    .where('tableId', '=', id)
    .orderBy('id')
    .limit(200)
    .execute();
  const people = await named(
    context,
    communityId,
    rows.flatMap(({ saidBy }) => saidBy ?? []),
  );
  const nameOf = new Map(people.map(({ personId, name }) => [personId, name]));
  return rows.map(({ saidBy, ...idea }) => ({ ...idea, by: saidBy ? (nameOf.get(saidBy) ?? '') : '' }));
}

async function groupsOf(context: Context, { communityId, id }: WorkingTable): Promise<ShownGroup[]> {
  const rows = await context.db
    .selectFrom('gatherings.workingGroup as g')
    .leftJoin('gatherings.workingGroupReport as r', (join) =>
      join.onRef('r.communityId', '=', 'g.communityId').onRef('r.groupId', '=', 'g.id'),
    )
    .select(['g.id', 'g.task', 'g.locale', 'g.dueOn', 'r.words as report'])
    .where('g.communityId', '=', communityId)
    .where('g.tableId', '=', id)
    .orderBy('g.dueOn')
    .orderBy('g.id')
    .limit(100)
    .execute();
  if (rows.length === 0) return [];
  const members = await context.db
    .selectFrom('gatherings.workingGroupMember')
    .select(['groupId', 'personId'])
    .where('communityId', '=', communityId)
    .where(
      'groupId',
      'in',
      rows.map((row) => row.id),
    )
    .execute();
  const inside = may(context, communityId);
  const people = inside
    ? await named(
        context,
        communityId,
        members.map(({ personId }) => personId),
      )
    : [];
  const nameOf = new Map(people.map(({ personId, name }) => [personId, name]));
  const me = personOf(context.actor);
  return rows.map((row) => {
    const own = members.filter(({ groupId }) => groupId === row.id);
    return {
      ...row,
      members: inside ? own.map(({ personId }) => nameOf.get(personId) ?? '') : [],
      mine: own.some(({ personId }) => personId === me),
    };
  });
}

const may = ({ actor }: Context, communityId: string): boolean =>
  actor.kind === 'system' || hasRole(actor, communityId, 'member', 'facilitator', 'steward');
