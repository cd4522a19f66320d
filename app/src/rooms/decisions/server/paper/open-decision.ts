import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { charterOf, membersOf, peopleWithRole } from '#rooms/communities/server/index.ts';
import { onDecision } from '../../permissions.ts';
import { mayBeCalled } from '../../rules.ts';
import { OneDecision } from '../../words.ts';
import { openBox } from '../box/store.ts';
import { tellOfOpening } from '../tell.ts';
import { type Decision, findDecision } from './find-decision.ts';
import { makeFindable } from './paper-stands.ts';
import { votingSeats } from './seating.ts';
import { saveCalling } from './store.ts';

/**
 * Calls the paper to the table. At its opening minute, or now when that has come, the roll is fixed and the box set up.
 * The job that ticks calls it again as the house itself.
 */
export const openDecision = describeAction(
  { name: 'decisions.open-decision', input: OneDecision, permission: onDecision.open, repeat: 'safe' },
  async (context, { communityId, decisionId }) => {
    const decision = await findDecision(context.db, communityId, decisionId);
    authorize(onDecision.open, context.actor, decision);
    insist(mayBeCalled(decision, context.now));
    const calledBy = personOf(context.actor);
    if (calledBy) await saveCalling(context.db, { communityId, decisionId, calledAt: context.now, calledBy });
    else if (!decision.calledAt) throw new Refusal('decisions.not-called');
    await makeFindable(context, decision, 'public');
    const opens = decision.opensAt !== null && decision.opensAt <= context.now;
    if (opens) await fixRoll(context, decision);
    else context.announce({ kind: 'decisions.decision-called', communityId, decisionId });
    return { number: decision.number, opened: opens };
  },
);

/**
 * The roll: members whose tie to the place carries a vote by the charter, whose seat is confirmed, and who do not answer
 * here for a public body; where tables weigh the same, only who sits at one that votes. Who joins later has a voice, not a vote.
 */
async function fixRoll(context: Context, decision: Decision): Promise<void> {
  const { communityId, id: decisionId, closesAt } = decision;
  const charter = await charterOf(context.db, communityId);
  const [members, officials] = await Promise.all([
    membersOf(context.db, communityId, { at: context.now }),
    peopleWithRole(context.db, communityId, 'official'),
  ]);
  const ties: readonly string[] = charter.rules.voteBy;
  const entitled = members.flatMap(({ personId, belonging, confirmed }) =>
    confirmed && ties.includes(belonging) && !officials.includes(personId) ? [{ personId, belonging, confirmed }] : [],
  );
  const roll = await seated(context, decision, entitled);
  if (roll.length === 0 || !closesAt)
    throw new Refusal(decision.weight === 'table' ? 'decisions.tables-empty' : 'decisions.roll-empty');
  const { quorumPercent } = charter.rules;
  await openBox(context.db, {
    opening: {
      communityId,
      decisionId,
      openedAt: context.now,
      openedBy: personOf(context.actor) ?? null,
      charterVersion: charter.version,
      voteBy: ties,
      quorumPercent,
      quorumLeast: Math.ceil((roll.length * quorumPercent) / 100),
      weight: decision.weight,
    },
    closesAt,
    roll,
  });
  context.announce({ kind: 'decisions.decision-opened', communityId, decisionId, number: decision.number, closesAt });
  await tellOfOpening(
    context,
    decision,
    roll.map(({ personId }) => personId),
  );
}

/** The entitled with the table each votes from; whoever sits at none that votes is left out where tables weigh the same. */
async function seated<Entitled extends { readonly personId: string }>(
  context: Context,
  decision: Decision,
  entitled: readonly Entitled[],
): Promise<(Entitled & { weight: string; tableLabel: string | null })[]> {
  const { weight } = decision;
  if (weight === 'person') return entitled.map((one) => ({ ...one, weight, tableLabel: null }));
  const tableOf = await votingSeats(context.db, decision);
  return entitled.flatMap((one) => {
    const tableLabel = tableOf.get(one.personId);
    return tableLabel === undefined ? [] : [{ ...one, weight, tableLabel }];
  });
}
