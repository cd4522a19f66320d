import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { onPost } from '../permissions.ts';
import { threadIsOpen } from '../rules.ts';
import { EditPost } from '../words.ts';
import { findPost, findThread } from './find-thread.ts';
import { findablePost } from './findable-post.ts';
import { saveWording } from './store.ts';

/** The author changes a post; what stood before stays readable under "edited". */
export const editPost = describeAction(
  { name: 'forum.edit-post', input: EditPost, permission: onPost.edit, repeat: 'safe' },
  async (context, input) => {
    const { community, thread } = await findThread(context, input);
    const post = await findPost(context, thread, input.postId);
    authorize(onPost.edit, context.actor, post);
    insist(threadIsOpen(thread));
    if (post.text === input.text) return;
    await saveWording(context, post, input.text);
    await findablePost(context, { communityId: community.id, postId: post.id });
    context.announce({ kind: 'forum.post-edited', communityId: community.id, threadId: thread.id, postId: post.id });
  },
);
