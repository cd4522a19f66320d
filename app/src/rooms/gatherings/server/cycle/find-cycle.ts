import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { notFound } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import type { CycleSubject } from '../../cycle-permissions.ts';
import type { TableKind } from '../../cycle-words.ts';

/** A cycle of the community forum as actions and pages see it. */
export interface Cycle {
  readonly communityId: string;
  readonly id: string;
  readonly number: number;
  readonly theme: string;
  readonly about: string;
  readonly locale: string;
  readonly sessionsPlanned: number;
  readonly openedAt: Date;
}

/** A working table. The organisers' stands at place 0 and has no vote. */
export interface WorkingTable {
  readonly communityId: string;
  readonly cycleId: string;
  readonly id: string;
  readonly position: number;
  readonly number: number;
  readonly kind: TableKind;
  readonly name: string;
  readonly about: string;
  readonly organisationId: string | null;
}

export interface FoundCycle {
  readonly community: Community;
  readonly cycle: Cycle;
}

export interface AtCycle {
  readonly slug: string;
  readonly number: number;
}

/** The cycle under an address. Throws a Refusal `not-found`. */
export async function findCycle(context: Context, { slug, number }: AtCycle): Promise<FoundCycle> {
  const community = await findCommunity(context.db, slug);
  if (!Number.isSafeInteger(number) || number < 1 || number > 2_147_483_647) throw notFound();
  const cycle = await context.db
    .selectFrom('gatherings.cycle')
    .select(['communityId', 'id', 'number', 'theme', 'about', 'locale', 'sessionsPlanned', 'openedAt'])
    .where('communityId', '=', community.id)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!cycle) throw notFound();
  return { community, cycle };
}

/** Every table of a cycle: those that vote in their order, the organisers' last. */
export async function tablesOf(context: Context, { communityId, id }: Cycle): Promise<WorkingTable[]> {
  const rows = await context.db
    .selectFrom('gatherings.workingTable')
    .select(['communityId', 'cycleId', 'id', 'position', 'number', 'kind', 'name', 'about', 'organisationId'])
    .where('communityId', '=', communityId)
    .where('cycleId', '=', id)
    .orderBy('position')
    .execute();
  const tables = rows.map((row) => ({ ...row, kind: row.kind as TableKind }));
  return [...tables.filter(({ position }) => position > 0), ...tables.filter(({ position }) => position === 0)];
}

/** The table at this place. Throws a Refusal `not-found`. */
export async function tableAt(context: Context, cycle: Cycle, position: number): Promise<WorkingTable> {
  const table = (await tablesOf(context, cycle)).find((one) => one.position === position);
  if (!table) throw notFound();
  return table;
}

/** What the permissions ask about a table: whose community, and whether whoever asks moderates it. */
export async function subjectOf(context: Context, { communityId, id }: WorkingTable): Promise<CycleSubject> {
  const personId = personOf(context.actor);
  const held = personId
    ? await context.db
        .selectFrom('gatherings.tableModerator')
        .select('personId')
        .where('communityId', '=', communityId)
        .where('tableId', '=', id)
        .where('personId', '=', personId)
        .where('endedAt', 'is', null)
        .executeTakeFirst()
    : undefined;
  return { communityId, moderates: held !== undefined };
}

/** At which table of the cycle the person sits, by its id; undefined for none. */
export async function seatIn(
  context: Context,
  { communityId, id }: Cycle,
  personId: string,
): Promise<string | undefined> {
  const seat = await context.db
    .selectFrom('gatherings.tableSeat')
    .select('tableId')
    .where('communityId', '=', communityId)
    .where('cycleId', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return seat?.tableId;
}
