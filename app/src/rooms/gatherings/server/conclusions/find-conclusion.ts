import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { notFound } from '#platform/refusal.ts';
import type { FoundFloor } from '../floor/find-floor.ts';

/** A conclusion as it reads now. */
export interface FoundConclusion {
  readonly id: string;
  readonly number: number;
  /** Of the wording in force. */
  readonly version: number;
}

/** The conclusion of this gathering with this number. Throws a Refusal `not-found`. */
export async function findConclusion(context: Context, at: FoundFloor['at'], number: number): Promise<FoundConclusion> {
  const row = await context.db
    .selectFrom('gatherings.conclusion as c')
    .innerJoin('gatherings.conclusionWording as w', (join) =>
      join.onRef('w.communityId', '=', 'c.communityId').onRef('w.conclusionId', '=', 'c.id'),
    )
    .select(['c.id', 'c.number', 'w.version'])
    .where('c.communityId', '=', at.communityId)
    .where('c.gatheringId', '=', at.gatheringId)
    .where('c.number', '=', number)
    .orderBy('w.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** Whether whoever asks took part: speaks, asked, wrote a line, or is on the list of who comes. */
export async function tookPart(context: Context, at: FoundFloor['at']): Promise<boolean> {
  const personId = personOf(context.actor);
  if (!personId) return false;
  const { db } = context;
  const row = await db
    .selectFrom('gatherings.speaker')
    .select('personId')
    .where('communityId', '=', at.communityId)
    .where('gatheringId', '=', at.gatheringId)
    .where('personId', '=', personId)
    .where('withdrawnAt', 'is', null)
    .union(
      db
        .selectFrom('gatherings.question')
        .select('askedBy as personId')
        .where('communityId', '=', at.communityId)
        .where('gatheringId', '=', at.gatheringId)
        .where('askedBy', '=', personId),
    )
    .union(
      db
        .selectFrom('gatherings.reflection')
        .select('writtenBy as personId')
        .where('communityId', '=', at.communityId)
        .where('gatheringId', '=', at.gatheringId)
        .where('writtenBy', '=', personId),
    )
    .union(
      db
        .selectFrom('gatherings.registration')
        .select('personId')
        .where('communityId', '=', at.communityId)
        .where('gatheringId', '=', at.gatheringId)
        .where('personId', '=', personId)
        .where('withdrawnAt', 'is', null),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
