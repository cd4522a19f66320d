import type { Context } from '#platform/context.ts';
import type { Gathering } from '../calling/find-gathering.ts';

/** Everybody with an account who was there, spoke, or said they would come; each once. */
export async function whoTookPart(
  { db }: Context,
  { communityId, id }: Pick<Gathering, 'communityId' | 'id'>,
): Promise<string[]> {
  const present = await db
    .selectFrom('gatherings.attendance')
    .select('personId')
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', id)
    .where('personId', 'is not', null)
    .execute();
  const coming = await db
    .selectFrom('gatherings.registration')
    .select('personId')
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', id)
    .where('personId', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .execute();
  const speakers = await db
    .selectFrom('gatherings.speaker')
    .select('personId')
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', id)
    .where('personId', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .execute();
  return [...new Set([...present, ...coming, ...speakers].flatMap(({ personId }) => personId ?? []))];
}
