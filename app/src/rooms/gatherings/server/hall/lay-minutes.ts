import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onHall } from '../../hall-permissions.ts';
import { LayMinutes } from '../../hall-words.ts';
import type { InGathering } from '../../words.ts';
import { findGathering } from '../calling/find-gathering.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { lastWording } from './standing.ts';
import { saveLaying } from './store.ts';

/** Lays the wording that stands before those who were there: from now on it is read, confirmed or objected to. */
export const layMinutes = describeAction(
  { name: 'gatherings.lay-minutes', input: LayMinutes, permission: onHall.layMinutes, repeat: 'safe' },
  async (context, { version, ...which }) => {
    const { community, gathering } = await findGathering(context, which.communityId, which.gatheringId);
    authorize(onHall.layMinutes, context.actor, gathering);
    const laidBy = insistOnPerson(context);
    if ((await lastWording(context, which))?.version !== version) throw new Refusal('hall.newer-wording');
    await saveLaying(context, { ...which, version, laidBy });
    await notify(context, await peopleThere(context, which), {
      communityId: which.communityId,
      kind: 'hall.minutes-laid',
      facts: { theme: gathering.theme },
      href: `/c/${community.slug}/gatherings/${gathering.number}/hall#minutes`,
      about: which.gatheringId,
    });
    context.announce({ kind: 'gatherings.minutes-laid', ...which, version });
    return { number: gathering.number };
  },
);

async function peopleThere({ db }: Context, { communityId, gatheringId }: InGathering): Promise<string[]> {
  const rows = await db
    .selectFrom('gatherings.attendance')
    .select('personId')
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .where('personId', 'is not', null)
    .execute();
  return rows.flatMap(({ personId }) => personId ?? []);
}
