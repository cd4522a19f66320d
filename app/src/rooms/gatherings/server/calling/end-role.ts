import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { onGathering } from '../../permissions.ts';
import { GatheringRoleOf } from '../../words.ts';
import { findGathering } from './find-gathering.ts';
import { saveRoleEnd } from './store.ts';

/** Ends a role of this one gathering. */
export const endRole = describeAction(
  { name: 'gatherings.end-role', input: GatheringRoleOf, permission: onGathering.giveRoles, repeat: 'safe' },
  async (context, of) => {
    const { gathering } = await findGathering(context, of.communityId, of.gatheringId);
    authorize(onGathering.giveRoles, context.actor, gathering);
    await saveRoleEnd(context, of);
    context.announce({ kind: 'gatherings.role-ended', ...of });
    return { number: gathering.number };
  },
);
