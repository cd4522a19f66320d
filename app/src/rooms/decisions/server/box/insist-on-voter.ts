import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { onDecision } from '../../permissions.ts';
import { isOpen } from '../../rules.ts';
import { type Decision, isOnRoll } from '../paper/find-decision.ts';
import { insistOnPerson } from '../paper/paper-stands.ts';

/**
 * The person who may put a ballot in or take it out now. Throws `forbidden` for who is no member or answers for a public body,
 * then says that it is not open, then that a member is not on this roll.
 */
export async function insistOnVoter(context: Context, decision: Decision): Promise<string> {
  const { communityId, id: decisionId } = decision;
  authorize(onDecision.cast, context.actor, { communityId, seated: true });
  const personId = insistOnPerson(context);
  insist(isOpen(decision, context.now));
  if (!(await isOnRoll(context.db, { communityId, decisionId, personId })))
    throw new Refusal('decisions.not-on-roll', { kind: 'forbidden' });
  return personId;
}
