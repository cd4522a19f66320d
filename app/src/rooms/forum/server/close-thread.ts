import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { onThread } from '../permissions.ts';
import { threadIsOpen } from '../rules.ts';
import { CloseThread } from '../words.ts';
import { findThread } from './find-thread.ts';
import { saveClosure } from './store.ts';

/** A facilitator closes a thread, with a reason that everyone reads; it stays to be read. */
export const closeThread = describeAction(
  { name: 'forum.close-thread', input: CloseThread, permission: onThread.close, repeat: 'safe' },
  async (context, input) => {
    const { community, thread } = await findThread(context, input);
    authorize(onThread.close, context.actor, { communityId: community.id });
    insist(threadIsOpen(thread));
    const closedBy = personOf(context.actor) ?? '';
    await saveClosure(context, { communityId: community.id, threadId: thread.id, closedBy, reason: input.reason });
    context.announce({ kind: 'forum.thread-closed', communityId: community.id, threadId: thread.id });
  },
);
