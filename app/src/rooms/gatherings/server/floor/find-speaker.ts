import type { Context } from '#platform/context.ts';
import type { FoundFloor } from './find-floor.ts';

/** A speaker as actions see them. */
export interface FoundSpeaker {
  readonly id: string;
  readonly personId: string | null;
  readonly withdrawnAt: Date | null;
}

/** The speaker of this gathering with this id; undefined when there is none. */
export async function findSpeaker(
  context: Context,
  at: FoundFloor['at'],
  speakerId: string,
): Promise<FoundSpeaker | undefined> {
  return context.db
    .selectFrom('gatherings.speaker')
    .select(['id', 'personId', 'withdrawnAt'])
    .where('communityId', '=', at.communityId)
    .where('gatheringId', '=', at.gatheringId)
    .where('id', '=', speakerId)
    .executeTakeFirst();
}
