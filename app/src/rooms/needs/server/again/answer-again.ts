import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { onNeed } from '../../permissions.ts';
import { AnswerAgain } from '../../words.ts';
import { moveNeed } from '../change-need-state.ts';
import { findPublicNeed, needSubject } from '../find-need.ts';
import { signedIn } from '../signed-in.ts';
import { touchNeed } from '../store.ts';
import { saveAnswer } from './store.ts';

/** Is it still so? Whoever it concerns answers once, and the need says so from then on. */
export const answerAgain = describeAction(
  { name: 'needs.answer-again', input: AnswerAgain, permission: onNeed.answerAgain, repeat: 'once' },
  async (context, input): Promise<void> => {
    const { community, need } = await findPublicNeed(context, input);
    authorize(onNeed.answerAgain, context.actor, await needSubject(context, need));
    const { answer, words } = input;
    if (!(await saveAnswer(context, need, { answer, words, answeredBy: signedIn(context) })))
      throw new Refusal('needs.not-asked');
    await touchNeed(context, need);
    if (answer !== need.state) await moveNeed(context, { ...need, slug: community.slug }, { state: answer, words });
  },
);
