import type { House } from '#platform/house.ts';
import { demoTown, type Town } from '#rooms/communities/server/index.ts';
import { foldThing, secondFold } from '#rooms/moderation/server/index.ts';
import { demoFold, demoThreads, type SeededThread } from './demo-threads.ts';
import { replyInThread } from './server/reply-in-thread.ts';
import { startThread } from './server/start-thread.ts';

/** The talk of the demo town: a heated but fair debate, everyday questions, one post folded by two. */
export async function seedForum(house: House): Promise<void> {
  const town = await demoTown(house);
  for (const thread of demoThreads) await seedThread(town, thread);
}

async function seedThread(town: Town, thread: SeededThread): Promise<void> {
  const { slug, title, posts } = thread;
  const [first, ...replies] = posts;
  const { number } = await town.act<{ number: number }>(first.by, first.daysAgo, {
    action: startThread,
    input: { slug, title, text: first.text, locale: first.locale },
  });
  for (const { by, daysAgo, text, locale, folded } of replies) {
    const { postId } = await town.act<{ postId: string }>(by, daysAgo, {
      action: replyInThread,
      input: { slug, number, text, locale },
    });
    if (folded) await fold(town, { slug, postId, daysAgo });
  }
}

async function fold(town: Town, post: { slug: string; postId: string; daysAgo: number }): Promise<void> {
  const { slug, postId, daysAgo } = post;
  const { foldId } = await town.act<{ foldId: string }>(demoFold.by, daysAgo - 0.1, {
    action: foldThing,
    input: { slug, about: 'post', aboutId: postId, reason: demoFold.reason },
  });
  await town.act(demoFold.second, daysAgo - 0.4, { action: secondFold, input: { slug, foldId } });
}
