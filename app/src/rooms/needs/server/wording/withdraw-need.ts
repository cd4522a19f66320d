import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { onNeed } from '../../permissions.ts';
import { mayReword } from '../../rules.ts';
import { WithdrawNeed } from '../../words.ts';
import { moveNeed } from '../change-need-state.ts';
import { findPublicNeed, needSubject } from '../find-need.ts';
import { signedIn } from '../signed-in.ts';
import { saveWithdrawal } from './store.ts';

/** Its author takes an open need back and says why. It stays to be read, whoever stands behind it stays counted, and is told. */
export const withdrawNeed = describeAction(
  { name: 'needs.withdraw-need', input: WithdrawNeed, permission: onNeed.withdraw, repeat: 'once' },
  async (context, { reason, ...address }): Promise<void> => {
    const { community, need } = await findPublicNeed(context, address);
    authorize(onNeed.withdraw, context.actor, await needSubject(context, need));
    insist(mayReword({ state: need.state, folded: need.foldId !== null }));
    await saveWithdrawal(context, need, { reason, withdrawnBy: signedIn(context) });
    await moveNeed(context, { ...need, slug: community.slug }, { state: 'let-go', words: '' });
    context.announce({ kind: 'needs.need-withdrawn', communityId: need.communityId, needId: need.id });
  },
);
