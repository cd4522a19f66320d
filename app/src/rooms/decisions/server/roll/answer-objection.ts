import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { onDecision } from '../../permissions.ts';
import { AnswerObjection } from '../../words.ts';
import { findDecision } from '../paper/find-decision.ts';
import { insistOnPerson } from '../paper/paper-stands.ts';
import { tellAbout } from '../tell.ts';
import { saveObjectionAnswer } from './store.ts';

/** Answers an objection to the roll, once, in the open. Nobody answers what they said themselves, or what is said about them. */
export const answerObjection = describeAction(
  {
    name: 'decisions.answer-objection',
    input: AnswerObjection,
    permission: onDecision.answerObjection,
    repeat: 'once',
  },
  async (context, { communityId, objectionId, words }) => {
    const objection = await context.db
      .selectFrom('decisions.rollObjection as o')
      .leftJoin('decisions.rollAnswer as a', (join) =>
        join.onRef('a.communityId', '=', 'o.communityId').onRef('a.objectionId', '=', 'o.id'),
      )
      .select(['o.saidBy', 'o.aboutId', 'o.decisionId', 'a.answeredAt'])
      .where('o.communityId', '=', communityId)
      .where('o.id', '=', objectionId)
      .executeTakeFirst();
    if (!objection) throw notFound();
    authorize(onDecision.answerObjection, context.actor, { communityId });
    const answeredBy = insistOnPerson(context);
    if (objection.answeredAt) throw new Refusal('decisions.answered-already');
    if (answeredBy === objection.saidBy || answeredBy === objection.aboutId)
      throw new Refusal('decisions.own-objection');
    await saveObjectionAnswer(context.db, { communityId, objectionId, answeredBy, answeredAt: context.now, words });
    const { decisionId } = objection;
    const decision = await findDecision(context.db, communityId, decisionId);
    await tellAbout(context, decision, {
      personIds: [objection.saidBy],
      kind: 'decisions.objection-answered',
      path: '/roll#objections',
    });
    context.announce({
      kind: 'decisions.objection-answered',
      communityId,
      decisionId,
      objectionId,
      saidBy: objection.saidBy,
    });
    return { objectionId };
  },
);
