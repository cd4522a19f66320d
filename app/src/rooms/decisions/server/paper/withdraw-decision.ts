import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { callOffReminders } from '#rooms/messages/server/index.ts';
import { onDecision } from '../../permissions.ts';
import { mayBeWithdrawn } from '../../rules.ts';
import { WithdrawDecision } from '../../words.ts';
import { emptyBox, forgetParticipation } from '../box/store.ts';
import { findDecision } from './find-decision.ts';
import { insistOnPerson } from './paper-stands.ts';
import { saveWithdrawal } from './store.ts';

/** Takes a decision off the table with a reason. Ballots already in the box are destroyed uncounted. */
export const withdrawDecision = describeAction(
  { name: 'decisions.withdraw-decision', input: WithdrawDecision, permission: onDecision.withdraw, repeat: 'once' },
  async (context, { communityId, decisionId, why }) => {
    const decision = await findDecision(context.db, communityId, decisionId);
    authorize(onDecision.withdraw, context.actor, decision);
    insist(mayBeWithdrawn(decision, context.now));
    const withdrawnBy = insistOnPerson(context);
    await saveWithdrawal(context.db, { communityId, decisionId, withdrawnAt: context.now, withdrawnBy, why });
    await emptyBox(context.db, { communityId, decisionId });
    await forgetParticipation(context.db, { communityId, decisionId });
    await callOffReminders(context, 'decisions.closes-soon', decisionId);
    context.announce({ kind: 'decisions.decision-withdrawn', communityId, decisionId, number: decision.number });
    return { number: decision.number };
  },
);
