import type { Context } from '#platform/context.ts';
import { NOBODY } from '#platform/ids.ts';
import type { InGathering } from '../../words.ts';

/** How many there were at a gathering that is over: of their list only the number is kept. Returns false when it is known already. */
export async function saveNumberThere(
  context: Context,
  which: InGathering,
  { count, recordedBy }: { readonly count: number; readonly recordedBy: string },
): Promise<boolean> {
  const saved = await context.db
    .insertInto('gatherings.attendanceCount')
    .values({
      communityId: which.communityId,
      gatheringId: which.gatheringId,
      attribute: '',
      groupName: '',
      count,
      recordedBy,
      deviceId: NOBODY,
      happenedAt: context.now,
      arrivedAt: context.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('count')
    .executeTakeFirst();
  return saved !== undefined;
}
