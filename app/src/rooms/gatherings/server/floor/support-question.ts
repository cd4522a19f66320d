import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, notFound } from '#platform/refusal.ts';
import { onFloor } from '../../floor-permissions.ts';
import { questionsOpen, takesSupport } from '../../floor-rules.ts';
import { CountHands, SupportQuestion } from '../../floor-words.ts';
import { findQuestion, findQuestions, floorAt, turnOf } from './find-floor.ts';
import { saveSupports } from './store.ts';

/**
 * "Me too": once a hand, and once a person whatever they hold in their hand. Whoever asked counts already. `counted` is false
 * when nothing was added; that is no error.
 */
export const supportQuestion = describeAction(
  { name: 'gatherings.support-question', input: SupportQuestion, permission: onFloor.ask, repeat: 'safe' },
  async (context, input): Promise<{ counted: boolean }> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.ask, context.actor, floor.subject);
    const question = await findQuestion(context, floor.at, input.question);
    if (question.folded) throw notFound();
    insist(questionsOpen({ ...floor.gathering, questions: await turnOf(context, floor.at) }, context.now));
    insist(takesSupport(question.state));
    const personId = personOf(context.actor) ?? null;
    if (question.asker === input.hand || (personId && question.askedBy === personId)) return { counted: false };
    const support = { questionId: question.id, supporter: input.hand, personId };
    const counted = (await saveSupports(context, floor.at, [support])).size > 0;
    if (counted) context.announce({ kind: 'gatherings.question-supported', ...floor.at, fleeting: true });
    return { counted };
  },
);

/**
 * "Me too" of many hands without an account that came in together: one transaction for all of them. Says of each, in their order,
 * whether it was counted; one that was counted before, or whose question takes none, is not.
 */
export const countHands = describeAction(
  { name: 'gatherings.count-hands', input: CountHands, permission: onFloor.ask, repeat: 'safe' },
  async (context, input): Promise<{ counted: boolean[] }> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.ask, context.actor, floor.subject);
    insist(questionsOpen({ ...floor.gathering, questions: await turnOf(context, floor.at) }, context.now));
    const wanted = [...new Set(input.hands.map(({ question }) => question))];
    const questions = await findQuestions(context, floor.at, wanted);
    const supports = new Map<string, { questionId: string; supporter: string; personId: null }>();
    const keys = input.hands.map(({ question: number, hand }) => {
      const question = questions.get(number);
      if (!question || question.folded || takesSupport(question.state) !== 'yes' || question.asker === hand) return '';
      const key = `${question.id} ${hand}`;
      const isFirst = !supports.has(key);
      supports.set(key, { questionId: question.id, supporter: hand, personId: null });
      return isFirst ? key : '';
    });
    const saved = await saveSupports(context, floor.at, [...supports.values()]);
    if (saved.size > 0) context.announce({ kind: 'gatherings.question-supported', ...floor.at, fleeting: true });
    return { counted: keys.map((key) => saved.has(key)) };
  },
);
