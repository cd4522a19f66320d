import { z } from 'zod';
import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { onCommunity } from '../../permissions.ts';
import { BELONGINGS, type Community, InCommunity } from '../../words.ts';
import { findCommunity } from '../community/find-community.ts';
import { saveMembership } from '../membership/store.ts';
import { signedIn } from '../signed-in.ts';
import { hashToken } from './hash.ts';
import { saveInvitationAnswer } from './store.ts';

const ByToken = InCommunity.extend({ token: z.string().min(10).max(100) });
const AcceptInvitation = ByToken.extend({
  belonging: z.enum(BELONGINGS, 'communities.invalid.belonging'),
  oldEnough: z.literal('yes', 'communities.invalid.old-enough'),
});

/** What an invitation's page shows. */
export interface ShownInvitation {
  readonly community: Community;
  readonly name: string;
  /** Where the name came from. */
  readonly source: string;
  readonly expiresAt: Date;
}

async function findInvitation(context: Context, communityId: string, token: string) {
  const row = await context.db
    .selectFrom('communities.invitation as i')
    .innerJoin('communities.invitationList as l', (join) =>
      join.onRef('l.communityId', '=', 'i.communityId').onRef('l.id', '=', 'i.listId'),
    )
    .select(['i.id', 'i.name', 'i.expiresAt', 'l.source', 'l.madeBy'])
    .where('i.communityId', '=', communityId)
    .where('i.tokenHash', '=', hashToken(token))
    .where('i.answeredAt', 'is', null)
    .where('i.expiresAt', '>', context.now)
    .executeTakeFirst();
  if (!row) throw notFound('communities.invitation-gone');
  return row;
}

/** The open invitation under a link. Throws a Refusal `not-found` when it was answered, taken back or is too old. */
export async function showInvitation(
  context: Context,
  { slug, token }: { readonly slug: string; readonly token: string },
): Promise<ShownInvitation> {
  const community = await findCommunity(context.db, slug);
  authorize(onCommunity.answerInvitation, context.actor, community);
  const { name, source, expiresAt } = await findInvitation(context, community.id, token);
  return { community, name, source, expiresAt };
}

/** Accepts: who holds the link and is signed in sits down. */
export const acceptInvitation = describeAction(
  {
    name: 'communities.accept-invitation',
    input: AcceptInvitation,
    permission: onCommunity.answerInvitation,
    repeat: 'safe',
  },
  async (context, { slug, token, belonging }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(onCommunity.answerInvitation, context.actor, { id });
    const personId = signedIn(context);
    const invitation = await findInvitation(context, id, token);
    const kept = await saveInvitationAnswer(context, id, { id: invitation.id, personId });
    if (!kept) throw new Refusal('communities.invitation-gone', { kind: 'not-found' });
    const admittedBy = invitation.madeBy ?? undefined;
    await saveMembership(context, { communityId: id, personId, how: 'invited', belonging, admittedBy });
    context.announce({ kind: 'communities.member-joined', communityId: id, personId });
  },
);

/** Declines, without an account and without a reason; the name and address on it are deleted. */
export const declineInvitation = describeAction(
  {
    name: 'communities.decline-invitation',
    input: ByToken,
    permission: onCommunity.answerInvitation,
    repeat: 'safe',
  },
  async (context, { slug, token }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(onCommunity.answerInvitation, context.actor, { id });
    const invitation = await findInvitation(context, id, token);
    await saveInvitationAnswer(context, id, { id: invitation.id });
  },
);
