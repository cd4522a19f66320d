import type { Context } from '#platform/context.ts';
import { removeSearchEntry, writeSearchEntry } from '#platform/search.ts';
import { POSTS } from './thread-rows.ts';

/**
 * Search finds a post as it stands now: its newest words, and nothing while it is folded. A thread of its own is found by its
 * title and its first post. Returns where the post is read, below the community's address.
 */
export async function findablePost(
  context: Context,
  { communityId, postId }: { readonly communityId: string; readonly postId: string },
): Promise<string> {
  const post = await postAsFound(context, communityId, postId);
  const own = `forum/${post.number}`;
  const before = Number(post.before);
  // A page shows so many posts, and the page of another thing only the first ones.
  const path = before < POSTS ? `${post.aboutPage ?? own}#p-${postId}` : `${own}?at=${postId}#p-${postId}`;
  const { number, title, locale } = post;
  const text = post.foldId ? '' : post.text;
  const entry = { communityId, number, audience: 'public', title, text, locale } as const;
  if (before === 0 && !post.aboutPage)
    await writeSearchEntry(context, { ...entry, kind: 'thread', id: post.threadId, path: own });
  else if (post.foldId) await removeSearchEntry(context, { communityId, kind: 'post', id: postId });
  else await writeSearchEntry(context, { ...entry, kind: 'post', id: postId, path, part: true });
  return path;
}

const postAsFound = (context: Context, communityId: string, postId: string) =>
  context.db
    .selectFrom('forum.post as p')
    .innerJoin('forum.thread as t', (join) =>
      join.onRef('t.communityId', '=', 'p.communityId').onRef('t.id', '=', 'p.threadId'),
    )
    .leftJoin('moderation.fold as f', (join) =>
      join
        .onRef('f.communityId', '=', 'p.communityId')
        .onRef('f.subjectId', '=', 'p.id')
        .on('f.kind', '=', 'post')
        .on('f.unfoldedAt', 'is', null),
    )
    .select(['p.text', 'p.locale', 'p.threadId', 't.number', 't.title', 't.aboutPage', 'f.id as foldId'])
    .select((eb) =>
      eb
        .selectFrom('forum.post as earlier')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('earlier.communityId', '=', 'p.communityId')
        .whereRef('earlier.threadId', '=', 'p.threadId')
        .whereRef('earlier.id', '<', 'p.id')
        .as('before'),
    )
    .where('p.communityId', '=', communityId)
    .where('p.id', '=', postId)
    .executeTakeFirstOrThrow();
