import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { atDesk } from '../../permissions.ts';
import { mayHold, mayLeaveSeat } from '../../rules.ts';
import { AboutRoleChange } from '../../words.ts';
import { findCommunity } from '../community/find-community.ts';
import { peopleWithRole } from '../membership/members-of.ts';
import { signedIn } from '../signed-in.ts';
import { findRoleChange, roleFacts } from './role-facts.ts';
import { closeRoleChange, endGrant, saveGrant } from './store.ts';

/** Is the second for a change of roles, which then counts. Neither who proposed it nor whom it is about can be. */
export const secondRole = describeAction(
  { name: 'communities.second-role', input: AboutRoleChange, permission: atDesk.second, repeat: 'safe' },
  async (context, { slug, changeId }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(atDesk.second, context.actor, { id });
    const me = signedIn(context);
    const { change, personId, role, proposedBy } = await findRoleChange(context, id, changeId);
    if (change === 'recall') throw new Refusal('communities.recall-by-members');
    if (proposedBy === me || personId === me)
      throw new Refusal('communities.second-must-differ', { kind: 'forbidden' });
    if (change === 'grant') {
      insist(mayHold(role, await roleFacts(context, id, personId)));
      await saveGrant(context, { communityId: id, personId, role, grantedBy: proposedBy, secondedBy: me });
    } else {
      insist(mayLeaveSeat(role, (await peopleWithRole(context.db, id, 'steward')).length));
      await endGrant(context, id, { personId, role, endedBy: proposedBy, endSecondedBy: me });
    }
    await closeRoleChange(context, id, { id: changeId, by: me, outcome: 'done' });
    const kind = change === 'grant' ? 'communities.role-granted' : 'communities.role-ended';
    context.announce({ kind, communityId: id, personId, role });
  },
);

/** Closes a change of roles that nobody seconds: its proposer takes it back, anyone else of the desk declines it. */
export const declineRole = describeAction(
  { name: 'communities.decline-role', input: AboutRoleChange, permission: atDesk.second, repeat: 'safe' },
  async (context, { slug, changeId }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(atDesk.second, context.actor, { id });
    const me = signedIn(context);
    const { change, proposedBy } = await findRoleChange(context, id, changeId);
    if (change === 'recall') throw new Refusal('communities.recall-by-members');
    const outcome = proposedBy === me ? 'withdrawn' : 'declined';
    await closeRoleChange(context, id, { id: changeId, by: me, outcome });
  },
);
