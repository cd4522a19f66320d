import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { dayIn } from '#platform/time-zone.ts';
import { onCommitment } from '../permissions.ts';
import { isOpen, liesAhead, sumOf } from '../rules.ts';
import { AnswerCommitment, type State } from '../words.ts';
import { giversOf } from './concerned.ts';
import { type Commitment, commitmentAt } from './find-commitment.ts';
import { answersTo, newestAsked } from './queries.ts';
import { actingForOf, signedIn, signingOf } from './signed-in.ts';
import { callOffAskings, holdCommitment, recallAskings, saveAnswer, saveStanding } from './store.ts';
import { announceOf, tellOf } from './tell.ts';

/**
 * One of those it was given to says what became of it. What they said before stays; where they don't agree the word stands as
 * differing. Returns where it stands now.
 */
export const answerCommitment = describeAction(
  { name: 'commitments.answer-commitment', input: AnswerCommitment, permission: onCommitment.answer, repeat: 'once' },
  async (context, input): Promise<{ state: State }> => {
    const found = await commitmentAt(context, input);
    const { community, commitment } = found;
    authorize(onCommitment.answer, context.actor, commitment);
    const answeredBy = signedIn(context);
    insist(isOpen(commitment.state));
    const { answer, words, locale } = input;
    const newOn = answer === 'late' ? input.newOn : undefined;
    insist(liesAhead(newOn, dayIn(community.timeZone, context.now)));
    await holdCommitment(context, commitment);
    await saveAnswer(context, commitment, {
      answer,
      newOn: newOn ?? null,
      words,
      locale,
      months: await newestAsked(context, commitment),
      answeredBy,
      actingForId: actingForOf(context),
      signsAs: await signingOf(context, answeredBy),
    });
    const state = await standAnew(context, commitment, newOn);
    await tellOf(context, found, { kind: 'commitments.answered', to: await giversOf(context, commitment) });
    announceOf(context, commitment, { kind: 'commitments.commitment-answered', answer, state });
    return { state };
  },
);

/** Sums the answers up; what is kept is asked about no more, what is not kept after all is asked about again. */
async function standAnew(context: Context, commitment: Commitment, newOn: string | undefined): Promise<State> {
  const state = sumOf(await answersTo(context, commitment));
  await saveStanding(context, commitment, { state, ...(newOn ? { standsDueOn: newOn } : {}) });
  await (state === 'kept' ? callOffAskings(context, commitment) : recallAskings(context, commitment));
  return state;
}
