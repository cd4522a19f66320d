import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import { limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import { findCommunity, nextNumber } from '#rooms/communities/server/index.ts';
import { onForum } from '../permissions.ts';
import { StartThread } from '../words.ts';
import { forumSubject } from './find-thread.ts';
import { saveThread } from './store.ts';
import { writePost } from './write-post.ts';

/** Somebody starts to talk: a thread and its first post. Returns the thread's number. */
export const startThread = describeAction(
  { name: 'forum.start-thread', input: StartThread, permission: onForum.start, repeat: 'once' },
  async (context, input) => {
    const community = await findCommunity(context.db, input.slug);
    authorize(onForum.start, context.actor, await forumSubject(context, community.id));
    const personId = personOf(context.actor) ?? '';
    await limit(context, `forum.start:${personId}`, { most: 10, seconds: 86_400 });
    const number = await nextNumber(context, community.id);
    const id = context.newId();
    const { title, locale } = input;
    const thread = { communityId: community.id, id, number, title, locale, startedBy: personId };
    await saveThread(context, thread);
    const postId = await writePost(
      context,
      { slug: community.slug, thread: { ...thread, stirredAt: context.now, closed: false } },
      input,
    );
    context.announce({ kind: 'forum.thread-started', communityId: community.id, threadId: id, postId });
    return { number };
  },
);
