import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, notFound, Refusal } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { isParty, onOwn, onPractice } from '../../permissions.ts';
import { mayIntroduce } from '../../rules.ts';
import { AnswerIntroduction, AskIntroduction } from '../../words.ts';
import { findPractice, signedIn } from '../find-practice.ts';
import { peopleOf } from '../parties.ts';
import { findTopic, type Topic } from './find-topic.ts';
import { saveAnswer, saveIntroduction } from './store.ts';

/** "Introduce us": one of the two asks, people of both sides are told why, and the other side answers. */
export const askIntroduction = describeAction(
  { name: 'practice.ask-introduction', input: AskIntroduction, permission: onPractice.introduce, repeat: 'once' },
  async (context, { slug, shareId, wishId }): Promise<void> => {
    const { practice, subject } = await findPractice(context, slug);
    const communityId = practice.id;
    authorize(onPractice.introduce, context.actor, subject);
    const askedBy = signedIn(context);
    const share = await findTopic(context, { communityId, topicId: shareId, kind: 'share' });
    const wish = await findTopic(context, { communityId, topicId: wishId, kind: 'wish' });
    insist(mayIntroduce({ share, wish, asked: await wasAsked(context, { communityId, shareId, wishId }) }));
    const askingSide = isParty(context.actor, share) ? 'share' : isParty(context.actor, wish) ? 'wish' : undefined;
    if (!askingSide) throw new Refusal('practice.not-your-pair');
    await limit(context, `practice.introduction:${askedBy}`, { most: 20, seconds: 86_400 });
    const id = context.newId();
    await saveIntroduction(context, { communityId, id, shareId, wishId, askingSide, askedBy });
    await tellBoth(context, { share, wish, id, slug, kind: 'practice.introduction-asked' });
    context.announce({ kind: 'practice.introduction-asked', communityId, introductionId: id, quiet: true });
  },
);

/** Says yes or not now to being introduced. A yes is told to both sides; "not now" is only seen by who asked. */
export const answerIntroduction = describeAction(
  { name: 'practice.answer-introduction', input: AnswerIntroduction, permission: onOwn.answer, repeat: 'once' },
  async (context, { slug, introductionId, answer }): Promise<void> => {
    const { practice } = await findPractice(context, slug);
    const communityId = practice.id;
    const asked = await context.db
      .selectFrom('practice.introduction')
      .select(['id', 'shareId', 'wishId', 'askingSide'])
      .where('communityId', '=', communityId)
      .where('id', '=', introductionId)
      .executeTakeFirst();
    if (!asked) throw notFound();
    const share = await findTopic(context, { communityId, topicId: asked.shareId });
    const wish = await findTopic(context, { communityId, topicId: asked.wishId });
    authorize(onOwn.answer, context.actor, asked.askingSide === 'share' ? wish : share);
    const said = { answer, answeredBy: signedIn(context) };
    if (!(await saveAnswer(context, { communityId, id: introductionId }, said)))
      throw new Refusal('practice.introduction-answered');
    if (answer === 'yes')
      await tellBoth(context, { share, wish, id: introductionId, slug, kind: 'practice.introduced' });
    context.announce({ kind: 'practice.introduction-answered', communityId, introductionId, quiet: true });
  },
);

async function wasAsked(
  context: Context,
  { communityId, shareId, wishId }: { readonly communityId: string; readonly shareId: string; readonly wishId: string },
): Promise<boolean> {
  const row = await context.db
    .selectFrom('practice.introduction')
    .select('id')
    .where('communityId', '=', communityId)
    .where('shareId', '=', shareId)
    .where('wishId', '=', wishId)
    .executeTakeFirst();
  return row !== undefined;
}

async function tellBoth(
  context: Context,
  told: {
    readonly share: Topic;
    readonly wish: Topic;
    readonly id: string;
    readonly slug: string;
    readonly kind: string;
  },
): Promise<void> {
  const { share, wish, id, slug, kind } = told;
  const people = [...(await peopleOf(context, share)), ...(await peopleOf(context, wish))];
  await notify(context, people, {
    communityId: share.communityId,
    kind,
    facts: { can: share.words, wishes: wish.words },
    href: `/c/${slug}/practice/shares#introductions`,
    about: id,
    mail: 'soon',
  });
}
