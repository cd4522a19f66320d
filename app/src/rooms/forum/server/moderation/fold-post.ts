import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onThread } from '../../permissions.ts';
import { FoldPost } from '../../words.ts';
import { findPost, findThread } from '../find-thread.ts';
import { findablePost } from '../findable-post.ts';
import { foldOn } from './find-fold.ts';
import { saveFold } from './store.ts';
import { tellReporters } from './tell-reporters.ts';

/**
 * A facilitator folds a post at once; without another's second within 72 hours it unfolds by itself. A false claim is
 * answered with a named source in its place. The author is told, with the way to appeal.
 */
export const foldPost = describeAction(
  { name: 'forum.fold-post', input: FoldPost, permission: onThread.fold, repeat: 'once' },
  async (context, input) => {
    const { community, thread } = await findThread(context, input);
    authorize(onThread.fold, context.actor, { communityId: community.id });
    const post = await findPost(context, thread, input.postId);
    const foldedBy = personOf(context.actor) ?? '';
    insist(post.authorId === foldedBy ? { no: 'forum.own-post' } : 'yes');
    insist((await foldOn(context, post)) ? { no: 'forum.folded-already' } : 'yes');
    const { reason, answer, source } = input;
    const foldId = await saveFold(context, {
      communityId: community.id,
      postId: post.id,
      reason,
      answer,
      source,
      foldedBy,
    });
    await findablePost(context, { communityId: community.id, postId: post.id });
    await tellReporters(context, { community, thread, postId: post.id, by: foldedBy, outcome: 'folded' });
    await notify(context, [post.authorId], {
      communityId: community.id,
      kind: 'forum.folded',
      facts: { title: thread.title },
      href: `/c/${community.slug}/forum/appeal/${foldId}`,
      about: post.id,
      mail: 'soon',
    });
    context.announce({ kind: 'forum.post-folded', communityId: community.id, postId: post.id, foldId });
    return { foldId };
  },
);
