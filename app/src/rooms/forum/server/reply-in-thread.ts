import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import { limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { onThread } from '../permissions.ts';
import { threadIsOpen } from '../rules.ts';
import { ReplyInThread } from '../words.ts';
import { findPost, findThread } from './find-thread.ts';
import { writePost } from './write-post.ts';

/** Somebody answers in a thread. Returns the post's id, to jump to. */
export const replyInThread = describeAction(
  { name: 'forum.reply-in-thread', input: ReplyInThread, permission: onThread.reply, repeat: 'once' },
  async (context, input) => {
    const { community, thread } = await findThread(context, input);
    authorize(onThread.reply, context.actor, { communityId: community.id });
    insist(threadIsOpen(thread));
    if (input.repliesTo) await findPost(context, thread, input.repliesTo);
    await limit(context, `forum.reply:${personOf(context.actor)}`, { most: 60, seconds: 3600 });
    const postId = await writePost(context, { slug: community.slug, thread }, input);
    context.announce({ kind: 'forum.post-written', communityId: community.id, threadId: thread.id, postId });
    return { postId };
  },
);
