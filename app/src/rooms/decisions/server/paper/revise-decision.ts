import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { charterGroups, charterOf } from '#rooms/communities/server/index.ts';
import { onDecision } from '../../permissions.ts';
import { mayBeRevised } from '../../rules.ts';
import { RevisePaper } from '../../words.ts';
import { groupsOfPaper } from '../inclusion/groups-of-paper.ts';
import { findDecision } from './find-decision.ts';
import { insistOnTellers, makeFindable } from './paper-stands.ts';
import { replacePaper } from './store.ts';

/** Changes the paper, only before opening; a paper that was called must be called again. */
export const reviseDecision = describeAction(
  { name: 'decisions.revise-decision', input: RevisePaper, permission: onDecision.revise, repeat: 'safe' },
  async (context, { decisionId, ...paper }) => {
    const decision = await findDecision(context.db, paper.communityId, decisionId);
    authorize(onDecision.revise, context.actor, decision);
    insist(mayBeRevised(decision, context.now));
    await insistOnTellers(context, paper);
    const { rules } = await charterOf(context.db, paper.communityId);
    const groups = groupsOfPaper(rules, paper, await charterGroups(context.db, paper.communityId));
    await replacePaper(context, paper, { decisionId, groups });
    await makeFindable(context, { ...paper, id: decisionId, number: decision.number }, 'members');
    context.announce({ kind: 'decisions.paper-revised', communityId: paper.communityId, decisionId });
    return { number: decision.number };
  },
);
