import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { onCommunity } from '../../permissions.ts';
import { mayLeaveSeat } from '../../rules.ts';
import { ChangeBelonging, InCommunity } from '../../words.ts';
import { removeAttributes } from '../attributes/store.ts';
import { findCommunity } from '../community/find-community.ts';
import { endGrantsOf } from '../roles/store.ts';
import { signedIn } from '../signed-in.ts';
import { peopleWithRole } from './members-of.ts';
import { endMembership, forgetConfirmations, saveBelonging } from './store.ts';

/** Takes a person out of a community: seat, roles, confirmations and what they said of themselves there. */
export async function partFrom(context: Context, communityId: string, personId: string): Promise<void> {
  await endGrantsOf(context, communityId, personId);
  await forgetConfirmations(context, communityId, personId);
  await removeAttributes(context, communityId, { personId });
  const left = await endMembership(context, communityId, personId);
  if (left) context.announce({ kind: 'communities.member-left', communityId, personId });
}

/** Gets up from the table. The last steward can't before there is another. */
export const leaveCommunity = describeAction(
  { name: 'communities.leave-community', input: InCommunity, permission: onCommunity.belong, repeat: 'safe' },
  async (context, { slug }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(onCommunity.belong, context.actor, { id });
    const me = signedIn(context);
    const stewards = await peopleWithRole(context.db, id, 'steward');
    if (stewards.includes(me)) insist(mayLeaveSeat('steward', stewards.length));
    await partFrom(context, id, me);
  },
);

/** Says what ties one to the place now; who confirmed the seat is asked again, because it was another one. */
export const changeBelonging = describeAction(
  { name: 'communities.change-belonging', input: ChangeBelonging, permission: onCommunity.belong, repeat: 'safe' },
  async (context, { slug, belonging }): Promise<void> => {
    const { id } = await findCommunity(context.db, slug);
    authorize(onCommunity.belong, context.actor, { id });
    await saveBelonging(context, id, { personId: signedIn(context), belonging });
    context.announce({ kind: 'communities.belonging-changed', communityId: id, quiet: true });
  },
);
