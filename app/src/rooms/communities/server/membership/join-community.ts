import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { onCommunity } from '../../permissions.ts';
import { JoinCommunity } from '../../words.ts';
import { findCommunity } from '../community/find-community.ts';
import { signedIn } from '../signed-in.ts';
import { isMemberSince } from './members-of.ts';
import { saveMembership, saveRequest } from './store.ts';

/** Sits down at an open table, or asks to where others let one in. Throws a Refusal where one comes by invitation only. */
export const joinCommunity = describeAction(
  { name: 'communities.join-community', input: JoinCommunity, permission: onCommunity.join, repeat: 'safe' },
  async (context, { slug, belonging, words }): Promise<{ joined: boolean }> => {
    const { id, joining } = await findCommunity(context.db, slug);
    authorize(onCommunity.join, context.actor, { id });
    const personId = signedIn(context);
    if (await isMemberSince(context.db, { communityId: id, personId, since: context.now })) return { joined: true };
    if (joining === 'invitation') throw new Refusal('communities.by-invitation', { kind: 'forbidden' });
    if (joining === 'open') {
      await saveMembership(context, { communityId: id, personId, how: 'open', belonging });
      context.announce({ kind: 'communities.member-joined', communityId: id, personId });
      return { joined: true };
    }
    const requestId = await saveRequest(context, { communityId: id, personId, belonging, words });
    if (requestId) context.announce({ kind: 'communities.join-asked', communityId: id, requestId, quiet: true });
    return { joined: false };
  },
);
