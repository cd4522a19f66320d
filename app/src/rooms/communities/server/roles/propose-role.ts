import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { atDesk } from '../../permissions.ts';
import { mayHold, mayLeaveSeat } from '../../rules.ts';
import { ProposeRole } from '../../words.ts';
import { findCommunity } from '../community/find-community.ts';
import { peopleWithRole } from '../membership/members-of.ts';
import { signedIn } from '../signed-in.ts';
import { roleFacts } from './role-facts.ts';
import { saveGrant, saveRoleChange } from './store.ts';

/**
 * Proposes to give or end a role; it waits for a second of the desk. The only steward names the second one alone, marked so.
 */
export const proposeRole = describeAction(
  { name: 'communities.propose-role', input: ProposeRole, permission: atDesk.propose, repeat: 'once' },
  async (context, { slug, personId, role, change, why }): Promise<{ done: boolean }> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(atDesk.propose, context.actor, { id });
    const me = signedIn(context);
    const facts = await roleFacts(context, id, personId);
    const stewards = await peopleWithRole(context.db, id, 'steward');
    if (change === 'grant') insist(mayHold(role, facts));
    else if (!facts.roles.includes(role)) throw new Refusal('communities.role-not-held');
    else insist(mayLeaveSeat(role, stewards.length));
    if (change === 'grant' && role === 'steward' && stewards.length === 1) {
      await saveGrant(context, { communityId: id, personId, role, grantedBy: me, alone: true });
      context.announce({ kind: 'communities.role-granted', communityId: id, personId, role });
      return { done: true };
    }
    const changeId = await saveRoleChange(context, { communityId: id, change, personId, role, why, proposedBy: me });
    if (!changeId) throw new Refusal('communities.change-waits');
    context.announce({ kind: 'communities.role-change-proposed', communityId: id, changeId, quiet: true });
    return { done: false };
  },
);
