import type { Context } from '#platform/context.ts';
import type { FoundFloor } from './find-floor.ts';

/** The groups that an asker may name for themself. */
export function groupsOf(
  { db }: Pick<Context, 'db'>,
  at: FoundFloor['at'],
): Promise<{ position: number; name: string }[]> {
  return db
    .selectFrom('gatherings.floorGroup')
    .select(['position', 'name'])
    .where('communityId', '=', at.communityId)
    .where('gatheringId', '=', at.gatheringId)
    .where('endedAt', 'is', null)
    .orderBy('position')
    .execute();
}
