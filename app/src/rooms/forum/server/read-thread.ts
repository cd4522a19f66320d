import { z } from 'zod';
import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import { authorize } from '#platform/permissions.ts';
import { onThread } from '../permissions.ts';
import { findThread } from './find-thread.ts';
import { saveReadMark } from './store.ts';

const ReadThread = z.object({ slug: z.string(), number: z.coerce.number().int().min(1) });

/** Remembers that a person has read a thread up to now; the list shows what came later as new. */
export const readThread = describeAction(
  { name: 'forum.read-thread', input: ReadThread, permission: onThread.follow, repeat: 'safe' },
  async (context, input) => {
    const { community, thread } = await findThread(context, input);
    authorize(onThread.follow, context.actor, { communityId: community.id });
    await saveReadMark(context, personOf(context.actor) ?? '', thread.id);
  },
);
