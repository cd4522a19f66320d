import { describeAction } from '#platform/action.ts';
import { insist } from '#platform/refusal.ts';
import { dayIn } from '#platform/time-zone.ts';
import { communityById } from '#rooms/communities/server/index.ts';
import { onDecision } from '../../permissions.ts';
import { ballotFits, tidyMarks } from '../../rules.ts';
import { CastBallot, type Receipt } from '../../words.ts';
import { findDecision } from '../paper/find-decision.ts';
import { insistOnVoter } from './insist-on-voter.ts';
import { noteParticipation, putBallot } from './store.ts';

/**
 * Puts the person's ballot into the box, or changes it. Answers with a receipt that shows a ballot is there and nothing of
 * what it says. Refuses a late one (`is-closed`) and leaves everything as it was.
 */
export const castBallot = describeAction(
  { name: 'decisions.cast-ballot', input: CastBallot, permission: onDecision.cast, repeat: 'safe' },
  async (context, { communityId, decisionId, marks, reason }): Promise<Receipt> => {
    const decision = await findDecision(context.db, communityId, decisionId);
    const personId = await insistOnVoter(context, decision);
    insist(ballotFits(decision, { marks, reason }, context.now));
    const tidy = tidyMarks(decision.ballotKind, marks);
    const blocks = decision.ballotKind === 'consent' && tidy.some(({ value }) => value <= 1);
    const ballot = { communityId, decisionId, personId, marks: tidy, reason: blocks ? reason : '' };
    const code = await putBallot(context.db, {
      ...ballot,
      castAt: context.now,
      receipt: newCode(context.newDigits(12)),
    });
    const { timeZone } = await communityById(context.db, communityId);
    await noteParticipation(context.db, { communityId, decisionId, personId, onDay: dayIn(timeZone, context.now) });
    context.announce({ kind: 'decisions.ballot-cast', communityId, decisionId, quiet: true });
    return { code };
  },
);

/** Twelve digits as people read them out: 4821-0937-5526. */
const newCode = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1-');
