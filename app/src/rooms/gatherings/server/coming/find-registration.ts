import type { Context } from '#platform/context.ts';
import { notFound } from '#platform/refusal.ts';
import type { InGathering } from '../../words.ts';

/** A registration that stands. Throws a Refusal `not-found`, also for one that was withdrawn. */
export async function findRegistration(
  { db }: Context,
  { communityId, gatheringId, registrationId }: InGathering & { readonly registrationId: string },
): Promise<{ id: string; personId: string | null; seat: number | null }> {
  const row = await db
    .selectFrom('gatherings.registration')
    .select(['id', 'personId', 'seat'])
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .where('id', '=', registrationId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}
