import type { Context } from '#platform/context.ts';
import type { Seating } from '#rooms/decisions/index.ts';
import { seatDecision } from '#rooms/decisions/server/index.ts';
import { type Cycle, tablesOf } from './find-cycle.ts';

/** Who sits where, as a decision needs it: tables by name, the organisers' without a vote. */
export async function seatingOf(context: Context, cycle: Cycle): Promise<Seating> {
  const tables = await tablesOf(context, cycle);
  const nameOf = new Map(tables.map(({ id, name }) => [id, name]));
  const seats = await context.db
    .selectFrom('gatherings.tableSeat')
    .select(['personId', 'tableId'])
    .where('communityId', '=', cycle.communityId)
    .where('cycleId', '=', cycle.id)
    .execute();
  return {
    tables: tables.map(({ name, kind }) => ({ label: name, votes: kind !== 'organisers' })),
    seats: seats.map(({ personId, tableId }) => ({ personId, label: nameOf.get(tableId) ?? '' })),
  };
}

/** Hands the seating to every choice of the cycle that is not open yet; a roll that is fixed stays. */
export async function reseatChoices(context: Context, cycle: Cycle): Promise<void> {
  const { communityId, id } = cycle;
  const choices = await context.db
    .selectFrom('gatherings.cycleChoice')
    .select('decisionId')
    .where('communityId', '=', communityId)
    .where('cycleId', '=', id)
    .execute();
  if (choices.length === 0) return;
  const seating = await seatingOf(context, cycle);
  for (const { decisionId } of choices) await seatDecision(context, { communityId, decisionId }, seating);
}
