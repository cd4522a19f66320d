import { describeAction } from '#platform/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { sayOfOneself } from '#rooms/communities/server/index.ts';
import { attributesOf, SayGroup } from '../../inclusion-words.ts';
import { onDecision } from '../../permissions.ts';
import { insistOnVoter } from '../box/insist-on-voter.ts';
import { findDecision } from '../paper/find-decision.ts';
import { groupRulesFor } from './find-rules.ts';

/**
 * Says what one is because a rule of this open decision needs it; an empty group says "rather not say". It goes to what the
 * person says of themselves in the community and never near the ballot. Refuses what no rule asks for (`not-asked`).
 */
export const sayGroup = describeAction(
  { name: 'decisions.say-group', input: SayGroup, permission: onDecision.cast, repeat: 'safe' },
  async (context, { communityId, decisionId, attribute, group }) => {
    const decision = await findDecision(context.db, communityId, decisionId);
    await insistOnVoter(context, decision);
    const asked = attributesOf(await groupRulesFor(context.db, decision));
    if (!asked.includes(attribute)) throw new Refusal('communities.not-asked', { kind: 'forbidden' });
    await sayOfOneself(context, communityId, { attribute, group });
    return { number: decision.number };
  },
);
