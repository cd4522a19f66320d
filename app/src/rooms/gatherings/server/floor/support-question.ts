import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, notFound } from '#platform/refusal.ts';
import { onFloor } from '../../floor-permissions.ts';
import { questionsOpen, takesSupport } from '../../floor-rules.ts';
import { SupportQuestion } from '../../floor-words.ts';
import { findQuestion, floorAt, turnOf } from './find-floor.ts';
import { saveSupport } from './store.ts';

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
    const counted = await saveSupport(context, floor.at, { questionId: question.id, supporter: input.hand, personId });
    if (counted) context.announce({ kind: 'gatherings.question-supported', ...floor.at, fleeting: true });
    return { counted };
  },
);
