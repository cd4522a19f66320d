import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { onCommunity } from '../../permissions.ts';
import { mayLeaveSeat } from '../../rules.ts';
import { StepDown } from '../../words.ts';
import { findCommunity } from '../community/find-community.ts';
import { peopleWithRole } from '../membership/members-of.ts';
import { signedIn } from '../signed-in.ts';
import { endGrant } from './store.ts';

/** Gives one's own role back. The last steward can't before there is another. */
export const stepDown = describeAction(
  { name: 'communities.step-down', input: StepDown, permission: onCommunity.stepDown, repeat: 'safe' },
  async (context, { slug, role }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(onCommunity.stepDown, context.actor, { id });
    const me = signedIn(context);
    const holders = await peopleWithRole(context.db, id, role);
    insist(mayLeaveSeat(role, holders.length));
    const ended = await endGrant(context, id, { personId: me, role, endedBy: me });
    if (!ended) throw new Refusal('communities.role-not-held');
    context.announce({ kind: 'communities.role-ended', communityId: id, personId: me, role, own: true });
  },
);
