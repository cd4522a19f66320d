import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { onDecision } from '../../permissions.ts';
import { mayBeExtended } from '../../rules.ts';
import { ExtendDecision } from '../../words.ts';
import { moveClosing } from '../box/store.ts';
import { remindOfClosing } from '../tell.ts';
import { findDecision } from './find-decision.ts';
import { insistOnPerson } from './paper-stands.ts';
import { saveExtension } from './store.ts';

/** Moves the end of an open decision to a later minute, once, with a reason everyone reads. */
export const extendDecision = describeAction(
  { name: 'decisions.extend-decision', input: ExtendDecision, permission: onDecision.extend, repeat: 'once' },
  async (context, { communityId, decisionId, closesAt, why }) => {
    const decision = await findDecision(context.db, communityId, decisionId);
    authorize(onDecision.extend, context.actor, decision);
    insist(mayBeExtended(decision, closesAt, context.now));
    const extendedBy = insistOnPerson(context);
    const earlierClosesAt = decision.closesAt ?? closesAt;
    await saveExtension(context.db, {
      communityId,
      decisionId,
      extendedAt: context.now,
      extendedBy,
      why,
      earlierClosesAt,
      closesAt,
    });
    await moveClosing(context.db, { communityId, decisionId, closesAt });
    await remindOfClosing(context, { ...decision, closesAt });
    context.announce({
      kind: 'decisions.decision-extended',
      communityId,
      decisionId,
      number: decision.number,
      closesAt,
    });
    return { number: decision.number };
  },
);
