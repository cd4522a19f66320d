import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { abilitiesInThread } from '../permissions.ts';
import type { ShownPost } from '../shown-post.ts';
import { shownPosts } from './shown-posts.ts';
import { threadAbout } from './thread-rows.ts';

/** What is said about a thing of another room, for that thing's page. */
export interface Talk {
  /** The number of its thread; null while nobody has said anything. */
  readonly number: number | null;
  readonly posts: readonly ShownPost[];
  /** The id after which more follow, on the page of the thread. */
  readonly next: string | null;
  readonly closed: boolean;
  readonly can: ReturnType<typeof abilitiesInThread>;
}

/** The first fifty posts about a thing. The caller knows that the thing is for this reader. */
export async function showTalk(
  context: Context,
  communityId: string,
  about: { readonly kind: string; readonly id: string },
): Promise<Talk> {
  const can = abilitiesInThread(context.actor, communityId);
  const found = await threadAbout(context.db, { communityId, ...about, me: personOf(context.actor) ?? null });
  if (!found) return { number: null, posts: [], next: null, closed: false, can };
  const { posts, next } = shownPosts(context, communityId, found.posts);
  return { number: found.thread.number, posts, next, closed: found.thread.closed, can };
}
