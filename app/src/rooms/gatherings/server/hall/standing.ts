import type { Context } from '#platform/context.ts';
import type { StandingValue } from '../../hall-rules.ts';
import type { HallValue } from '../../hall-words.ts';
import type { InGathering } from '../../words.ts';
import type { Target } from './targets.ts';

const ATTENDED_AS = { person: 'personId', registration: 'registrationId', name: 'plainName' } as const;

/** What stands under one thing of a hall, and whose word it is; null: nothing was recorded. */
export async function standingOf(context: Context, which: InGathering, target: Target): Promise<StandingValue | null> {
  const row = await rowOf(context, which, target);
  if (!row) return null;
  const { deviceId, ...value } = row;
  return { deviceId, value };
}

async function rowOf(
  context: Context,
  which: InGathering,
  target: Target,
): Promise<(HallValue & { deviceId: string }) | undefined> {
  const { db } = context;
  const { communityId, gatheringId } = which;
  if (target.kind === 'attendance') {
    const row = await db
      .selectFrom('gatherings.attendance')
      .select('deviceId')
      .where('communityId', '=', communityId)
      .where('gatheringId', '=', gatheringId)
      .where(ATTENDED_AS[target.by], '=', target.who)
      .executeTakeFirst();
    return row && { ...row, present: true };
  }
  if (target.kind === 'count')
    return db
      .selectFrom('gatherings.attendanceCount')
      .select(['deviceId', 'count'])
      .where('communityId', '=', communityId)
      .where('gatheringId', '=', gatheringId)
      .where('attribute', '=', target.attribute)
      .where('groupName', '=', target.group)
      .executeTakeFirst();
  if (target.kind === 'speaking')
    return db
      .selectFrom('gatherings.speakingTotal')
      .select(['deviceId', 'seconds', 'turns', 'speakers'])
      .where('communityId', '=', communityId)
      .where('gatheringId', '=', gatheringId)
      .where('groupName', '=', target.group)
      .executeTakeFirst();
  if (target.kind === 'hands')
    return db
      .selectFrom('gatherings.handCount')
      .select(['deviceId', 'yes', 'no', 'abstain'])
      .where('communityId', '=', communityId)
      .where('gatheringId', '=', gatheringId)
      .where('position', '=', target.position)
      .where('attribute', '=', target.attribute)
      .where('groupName', '=', target.group)
      .executeTakeFirst();
  const wording = await lastWording(context, which);
  return wording && { deviceId: wording.deviceId, text: wording.text };
}

/** The wording of the minutes that stands. */
export function lastWording({ db }: Context, { communityId, gatheringId }: InGathering) {
  return db
    .selectFrom('gatherings.minutesWording')
    .select(['version', 'text', 'locale', 'writtenBy', 'deviceId', 'arrivedAt'])
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}
