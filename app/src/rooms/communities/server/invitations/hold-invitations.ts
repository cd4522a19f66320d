import { z } from 'zod';
import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { type HeldImport, heldImport, holdImport } from '#platform/import/hold.ts';
import { authorize } from '#platform/permissions.ts';
import { atDesk } from '../../permissions.ts';
import { InCommunity } from '../../words.ts';
import { findCommunity } from '../community/find-community.ts';
import { signedIn } from '../signed-in.ts';
import { checkInvitations } from './check-invitations.ts';
import type { Invitee } from './invitation-rows.ts';

/** The kind under which a list of people to invite is held. */
export const HELD_AS = 'communities.invitations';

const HoldInvitations = InCommunity.extend({
  source: z.string().trim().min(3, 'communities.invalid.source').max(200),
  fileName: z.string().min(1, 'communities.invalid.file').max(200),
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length > 0, 'communities.invalid.file'),
});

/** Reads a list and keeps what would come of it until somebody says yes; nobody is invited by it. */
export const holdInvitations = describeAction(
  { name: 'communities.hold-invitations', input: HoldInvitations, permission: atDesk.invite, repeat: 'safe' },
  async (context, { slug, source, ...file }): Promise<{ id: string }> => {
    const community = await findCommunity(context.db, slug);
    const preview = await checkInvitations(context, community, file);
    const heldFor = signedIn(context);
    return { id: await holdImport(context, { communityId: community.id, kind: HELD_AS, heldFor, source, preview }) };
  },
);

/** The preview for its page. */
export async function showHeldInvitations(
  context: Context,
  { slug, id }: { readonly slug: string; readonly id: string },
): Promise<HeldImport<Invitee>> {
  const community = await findCommunity(context.db, slug);
  authorize(atDesk.invite, context.actor, community);
  return heldImport(context, { communityId: community.id, id, kind: HELD_AS, heldFor: signedIn(context) });
}
