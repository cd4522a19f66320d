import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { charterGroups, charterOf, nextNumber } from '#rooms/communities/server/index.ts';
import { onDecision } from '../../permissions.ts';
import { Paper } from '../../words.ts';
import { groupsOfPaper } from '../inclusion/groups-of-paper.ts';
import { insistOnPerson, insistOnTellers, makeFindable } from './paper-stands.ts';
import { savePaper } from './store.ts';

/** Writes the paper of a decision. Nobody votes on it before it was called to the table and its minute has come. */
export const draftDecision = describeAction(
  { name: 'decisions.draft-decision', input: Paper, permission: onDecision.draft, repeat: 'once' },
  async (context, paper) => {
    const { communityId } = paper;
    const charter = await charterOf(context.db, communityId);
    authorize(onDecision.draft, context.actor, { communityId, mayDraft: charter.rules.choices.openDecision });
    const draftedBy = insistOnPerson(context);
    await insistOnTellers(context, paper);
    const groups = groupsOfPaper(charter.rules, paper, await charterGroups(context.db, communityId));
    const decisionId = context.newId();
    const number = await nextNumber(context, communityId);
    await savePaper(context, paper, { decisionId, number, draftedBy, groups });
    await makeFindable(context, { ...paper, id: decisionId, number }, 'members');
    context.announce({ kind: 'decisions.decision-drafted', communityId, decisionId, number });
    return { decisionId, number };
  },
);
