import { z } from 'zod';
import { describeAction } from '#platform/action.ts';
import { hasRole } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { limit } from '#platform/limits.ts';
import { authorize, may } from '#platform/permissions.ts';
import { byCharter, type InviteSubject } from '../../permissions.ts';
import { type Community, InCommunity } from '../../words.ts';
import { charterOf } from '../community/charter-of.ts';
import { findCommunity } from '../community/find-community.ts';
import { signedIn } from '../signed-in.ts';
import { hashToken } from './hash.ts';
import { markApplied, saveInvitations, saveList } from './store.ts';

const InvitePerson = InCommunity.extend({ name: z.string('communities.invalid.name').trim().min(1).max(80) });

/** What the permission to invite asks about. */
const inviteSubject = async (context: Context, id: string): Promise<InviteSubject> => ({
  id,
  invite: (await charterOf(context.db, id)).rules.choices.invite,
});

/** Whether the reader stands in the circle that the charter lets invite. */
export const mayInvite = async (context: Context, communityId: string): Promise<boolean> =>
  may(byCharter.invite, context.actor, await inviteSubject(context, communityId));

/** The page on which somebody makes a link; for whom the charter lets invite. */
export async function showInvite(context: Context, slug: string): Promise<{ community: Community }> {
  const community = await findCommunity(context.db, slug);
  authorize(byCharter.invite, context.actor, await inviteSubject(context, community.id));
  return { community };
}

/**
 * Makes one invitation whose link its maker hands over: no address is kept and no message goes out. Who may do it is the
 * charter's choice. Returns the link's path.
 */
export const invitePerson = describeAction(
  { name: 'communities.invite-person', input: InvitePerson, permission: byCharter.invite, repeat: 'once' },
  async (context, { slug, name }): Promise<{ path: string; name: string }> => {
    const { id, locale } = await findCommunity(context.db, slug);
    authorize(byCharter.invite, context.actor, await inviteSubject(context, id));
    const most = hasRole(context.actor, id, 'facilitator', 'steward') ? 100 : 20;
    await limit(context, `communities.invite:${signedIn(context)}`, { most, seconds: 86_400 });
    const token = context.newToken(18);
    const source = context.language.say('communities.invitation.by-hand');
    const listId = await saveList(context, id, { source, madeBy: signedIn(context) });
    await saveInvitations(context, { communityId: id, listId }, [{ name, locale, tokenHash: hashToken(token) }]);
    await markApplied(context, id, listId);
    return { path: `/c/${slug}/invitation/${token}`, name };
  },
);
