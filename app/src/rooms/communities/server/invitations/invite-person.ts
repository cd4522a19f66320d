import { z } from 'zod';
import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { atDesk } from '../../permissions.ts';
import { InCommunity } from '../../words.ts';
import { findCommunity } from '../community/find-community.ts';
import { signedIn } from '../signed-in.ts';
import { hashToken } from './hash.ts';
import { markApplied, saveInvitations, saveList } from './store.ts';

const InvitePerson = InCommunity.extend({ name: z.string('communities.invalid.name').trim().min(1).max(80) });

/** Makes one invitation whose link its maker hands over: no address is kept and no message goes out. Returns the link's path. */
export const invitePerson = describeAction(
  { name: 'communities.invite-person', input: InvitePerson, permission: atDesk.invite, repeat: 'once' },
  async (context, { slug, name }): Promise<{ path: string; name: string }> => {
    const { id, locale } = await findCommunity(context.db, slug);
    authorize(atDesk.invite, context.actor, { id });
    const token = context.newToken(18);
    const source = context.language.say('communities.invitation.by-hand');
    const listId = await saveList(context, id, { source, madeBy: signedIn(context) });
    await saveInvitations(context, { communityId: id, listId }, [{ name, locale, tokenHash: hashToken(token) }]);
    await markApplied(context, id, listId);
    return { path: `/c/${slug}/invitation/${token}`, name };
  },
);
