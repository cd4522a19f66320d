import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { onDecision } from '../../permissions.ts';
import { stateOf } from '../../rules.ts';
import { RecordAnswer } from '../../words.ts';
import { findDecision } from '../paper/find-decision.ts';
import { insistOnPerson } from '../paper/paper-stands.ts';
import { saveAnswer } from './store.ts';

/** Writes down what the one who must answer said about an outcome: by themselves, or by a facilitator who heard it. */
export const recordAnswer = describeAction(
  { name: 'decisions.record-answer', input: RecordAnswer, permission: onDecision.answer, repeat: 'once' },
  async (context, { communityId, decisionId, verdict, words }) => {
    const decision = await findDecision(context.db, communityId, decisionId);
    authorize(onDecision.answer, context.actor, decision);
    if (stateOf(decision, context.now) !== 'counted') throw new Refusal('decisions.no-outcome-yet');
    const answeredBy = insistOnPerson(context);
    const actingForId = (context.actor.kind === 'person' && context.actor.actingForId) || null;
    const id = context.newId();
    await saveAnswer(context.db, {
      communityId,
      id,
      decisionId,
      answeredAt: context.now,
      answeredBy,
      actingForId,
      verdict,
      words,
    });
    context.announce({ kind: 'decisions.outcome-answered', communityId, decisionId, number: decision.number, verdict });
    return { number: decision.number };
  },
);
