import type { Context } from '#platform/context.ts';
import { abilities } from '#platform/permissions.ts';
import { onThread } from '../permissions.ts';
import { postsOf, type ShownPost } from './posts-of.ts';
import { talkAbout } from './talk-about.ts';

/** What is said about a thing of another room, for that thing's page. */
export interface Talk {
  /** The number of its thread; null while nobody has said anything. */
  readonly number: number | null;
  readonly posts: readonly ShownPost[];
  /** The id after which more follow, on the page of the thread. */
  readonly next: string | null;
  readonly closed: boolean;
  readonly can: Record<keyof typeof onThread, boolean>;
}

/** The first fifty posts about a thing. The caller knows that the thing is for this reader. */
export async function showTalk(
  context: Context,
  communityId: string,
  about: { readonly kind: string; readonly id: string },
): Promise<Talk> {
  const can = abilities(onThread, context.actor, { communityId });
  const thread = await talkAbout(context, communityId, about);
  if (!thread) return { number: null, posts: [], next: null, closed: false, can };
  const { posts, next } = await postsOf(context, { communityId, threadId: thread.id });
  return { number: thread.number, posts, next, closed: thread.closed, can };
}
