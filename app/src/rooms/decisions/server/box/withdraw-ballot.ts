import { describeAction } from '#platform/action.ts';
import { onDecision } from '../../permissions.ts';
import { OneDecision } from '../../words.ts';
import { findDecision } from '../paper/find-decision.ts';
import { insistOnVoter } from './insist-on-voter.ts';
import { takeBallotOut } from './store.ts';

/** Takes one's own ballot out of the box while it is open; nothing says it was ever there. */
export const withdrawBallot = describeAction(
  { name: 'decisions.withdraw-ballot', input: OneDecision, permission: onDecision.cast, repeat: 'safe' },
  async (context, { communityId, decisionId }) => {
    const decision = await findDecision(context.db, communityId, decisionId);
    const personId = await insistOnVoter(context, decision);
    const taken = await takeBallotOut(context.db, { communityId, decisionId, personId });
    context.announce({ kind: 'decisions.ballot-withdrawn', communityId, decisionId, quiet: true });
    return { taken };
  },
);
