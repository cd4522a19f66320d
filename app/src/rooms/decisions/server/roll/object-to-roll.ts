import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { peopleWithRole } from '#rooms/communities/server/index.ts';
import { onDecision } from '../../permissions.ts';
import { ObjectToRoll } from '../../words.ts';
import { findDecision, isOnRoll } from '../paper/find-decision.ts';
import { insistOnPerson } from '../paper/paper-stands.ts';
import { tellAbout } from '../tell.ts';
import { saveObjection } from './store.ts';

/** Says that the roll is wrong: about one seat on it, someone missing, or the whole. Every member reads it and its answer. */
export const objectToRoll = describeAction(
  { name: 'decisions.object-to-roll', input: ObjectToRoll, permission: onDecision.object, repeat: 'once' },
  async (context, { communityId, decisionId, aboutId, words }) => {
    const decision = await findDecision(context.db, communityId, decisionId);
    authorize(onDecision.object, context.actor, decision);
    if (!decision.openedAt) throw new Refusal('decisions.no-roll-yet');
    if (aboutId && !(await isOnRoll(context.db, { communityId, decisionId, personId: aboutId })))
      throw new Refusal('decisions.not-on-this-roll');
    const id = context.newId();
    const saidBy = insistOnPerson(context);
    await saveObjection(context.db, { communityId, id, decisionId, saidBy, saidAt: context.now, aboutId, words });
    const answerers = await peopleWithRole(context.db, communityId, 'teller', 'steward');
    await tellAbout(context, decision, {
      personIds: answerers,
      kind: 'decisions.roll-objected',
      path: '/roll#objections',
    });
    context.announce({
      kind: 'decisions.roll-objected',
      communityId,
      decisionId,
      objectionId: id,
      number: decision.number,
    });
    return { objectionId: id };
  },
);
