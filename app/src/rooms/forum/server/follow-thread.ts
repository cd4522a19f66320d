import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import { authorize } from '#platform/permissions.ts';
import { onThread } from '../permissions.ts';
import { FollowThread } from '../words.ts';
import { findThread } from './find-thread.ts';
import { removeFollow, saveFollow } from './store.ts';

/** Whoever follows a thread is told of replies; stopping is as easy. */
export const followThread = describeAction(
  { name: 'forum.follow-thread', input: FollowThread, permission: onThread.follow, repeat: 'safe' },
  async (context, input) => {
    const { community, thread } = await findThread(context, input);
    authorize(onThread.follow, context.actor, { communityId: community.id });
    const follow = { communityId: community.id, threadId: thread.id, personId: personOf(context.actor) ?? '' };
    await (input.follow === 'yes' ? saveFollow(context, follow) : removeFollow(context, follow));
  },
);
