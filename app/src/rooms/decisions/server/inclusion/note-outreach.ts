import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { NoteOutreach } from '../../inclusion-words.ts';
import { onDecision } from '../../permissions.ts';
import { stateOf } from '../../rules.ts';
import { findDecision } from '../paper/find-decision.ts';
import { insistOnPerson } from '../paper/paper-stands.ts';
import { groupRulesFor } from './find-rules.ts';
import { saveOutreach } from './store.ts';

/**
 * Writes down, for everyone to read, how a group that the rules name was invited while the vote goes on. Only with such a record
 * does the lower bar of the charter hold at the new end.
 */
export const noteOutreach = describeAction(
  { name: 'decisions.note-outreach', input: NoteOutreach, permission: onDecision.invite, repeat: 'once' },
  async (context, { communityId, decisionId, attribute, group, words }) => {
    const decision = await findDecision(context.db, communityId, decisionId);
    authorize(onDecision.invite, context.actor, decision);
    const notedBy = insistOnPerson(context);
    if (stateOf(decision, context.now) !== 'open' || !decision.extendedAt) throw new Refusal('decisions.not-going-on');
    const rules = await groupRulesFor(context.db, decision);
    if (!rules.some((rule) => rule.attribute === attribute && rule.group === group))
      throw new Refusal('decisions.unknown-group', { fields: { group: { key: 'decisions.refusal.unknown-group' } } });
    const id = context.newId();
    await saveOutreach(context.db, {
      ...{ communityId, decisionId, id, attribute, group, words },
      notedBy,
      notedAt: context.now,
    });
    context.announce({ kind: 'decisions.outreach-noted', communityId, decisionId, number: decision.number });
    return { number: decision.number };
  },
);
