import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { onDecision } from '../../permissions.ts';
import { stateOf } from '../../rules.ts';
import { OneDecision } from '../../words.ts';
import { goOnOnce } from '../inclusion/go-on.ts';
import { findDecision } from '../paper/find-decision.ts';
import { sealBox } from './store.ts';

/**
 * Seals the box once its minute has passed, never before: nobody can end a vote early. Ballots are refused from that minute on
 * whether or not this has run. Doing it twice changes nothing. Where a group that the rules name is missing, the vote goes on once
 * instead.
 */
export const closeDecision = describeAction(
  { name: 'decisions.close-decision', input: OneDecision, permission: onDecision.close, repeat: 'safe' },
  async (context, { communityId, decisionId }) => {
    const decision = await findDecision(context.db, communityId, decisionId);
    authorize(onDecision.close, context.actor, decision);
    const state = stateOf(decision, context.now);
    if (state === 'open') throw new Refusal('decisions.still-open');
    if (state !== 'closing') return { number: decision.number };
    if (await goOnOnce(context, decision)) return { number: decision.number };
    const ballots = await sealBox(context, decision);
    if (ballots !== undefined)
      context.announce({ kind: 'decisions.decision-closed', communityId, decisionId, number: decision.number });
    return { number: decision.number };
  },
);
