import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onPrivateNeed } from '../../permissions.ts';
import { AnswerPrivateNeed } from '../../words.ts';
import { signedIn } from '../signed-in.ts';
import { keptPrivateNeed } from './queries.ts';
import { savePrivateAnswer } from './store.ts';

/** One of the two answers; who told it gets word that there is news, no more. */
export const answerPrivateNeed = describeAction(
  { name: 'needs.answer-private-need', input: AnswerPrivateNeed, permission: onPrivateNeed.answer, repeat: 'once' },
  async (context, { slug, id, words }): Promise<void> => {
    const answeredBy = signedIn(context);
    const { id: communityId } = await findCommunity(context.db, slug);
    const need = await keptPrivateNeed(context, communityId, id);
    if (!need) throw notFound();
    authorize(onPrivateNeed.answer, context.actor, need);
    await savePrivateAnswer(context, { communityId, privateNeedId: id, words, answeredBy });
    const notice = { kind: 'needs.private-news', href: `/c/${slug}`, about: `${communityId}:private` };
    await notify(context, [need.toldBy], { communityId, ...notice });
  },
);
