import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';

/** A seat as it is given. */
export interface NewSeat {
  readonly communityId: string;
  readonly personId: string;
  readonly organisationId: string | null;
  readonly chosenBy: string;
  readonly untilOn: string | null;
  readonly seatedBy: string;
}

/** Gives a seat; false when the person sits there already. */
export async function saveSeat(context: Context, seat: NewSeat): Promise<boolean> {
  const saved = await context.db
    .insertInto('practice.circleSeat')
    .values({ ...seat, id: context.newId(), seatedAt: context.now })
    .onConflict((conflict) => conflict.columns(['communityId', 'personId']).where('endedAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return saved !== undefined;
}

/** Ends one seat, or every seat that `of` tells. */
export async function endSeats(
  context: Context,
  of: { readonly communityId?: string; readonly seatId?: string; readonly personId?: string },
  why: string,
): Promise<void> {
  let query = context.db
    .updateTable('practice.circleSeat')
    .set({ endedAt: context.now, endedBy: personOf(context.actor) ?? null, endedWhy: why })
    .where('endedAt', 'is', null);
  if (of.communityId) query = query.where('communityId', '=', of.communityId);
  if (of.seatId) query = query.where('id', '=', of.seatId);
  if (of.personId) query = query.where('personId', '=', of.personId);
  await query.execute();
}
