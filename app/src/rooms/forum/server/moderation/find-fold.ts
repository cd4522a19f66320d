import type { Context } from '#platform/context.ts';
import { notFound } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';

/** A fold with what the rules ask about it. */
export interface FoundFold {
  readonly id: string;
  readonly communityId: string;
  readonly postId: string;
  readonly threadId: string;
  readonly authorId: string;
  readonly number: number;
  readonly title: string;
  readonly foldedBy: string;
  readonly secondedBy: string | null;
  readonly seconded: boolean;
  readonly unfolded: boolean;
  readonly appealed: boolean;
  readonly answered: boolean;
}

/** The fold with this id in a community. Throws a Refusal `not-found`. */
export async function findFold(
  context: Context,
  address: { slug: string; foldId: string },
): Promise<{ community: Community; fold: FoundFold }> {
  const community = await findCommunity(context.db, address.slug);
  const row = await context.db
    .selectFrom('forum.fold as f')
    .innerJoin('forum.post as p', (join) =>
      join.onRef('p.communityId', '=', 'f.communityId').onRef('p.id', '=', 'f.postId'),
    )
    .innerJoin('forum.thread as t', (join) =>
      join.onRef('t.communityId', '=', 'p.communityId').onRef('t.id', '=', 'p.threadId'),
    )
    .leftJoin('forum.appeal as a', (join) =>
      join.onRef('a.communityId', '=', 'f.communityId').onRef('a.foldId', '=', 'f.id'),
    )
    .select(['f.id', 'f.communityId', 'f.postId', 'p.threadId', 'p.authorId', 't.number', 't.title', 'f.foldedBy'])
    .select(['f.secondedBy', 'f.unfoldedAt', 'a.madeAt', 'a.answeredAt'])
    .where('f.communityId', '=', community.id)
    .where('f.id', '=', address.foldId)
    .executeTakeFirst();
  if (!row) throw notFound();
  const { unfoldedAt, madeAt, answeredAt, ...facts } = row;
  const fold = {
    ...facts,
    seconded: facts.secondedBy !== null,
    unfolded: unfoldedAt !== null,
    appealed: madeAt !== null,
    answered: answeredAt !== null,
  };
  return { community, fold };
}

/** The fold in force on a post. */
export const foldOn = (context: Context, post: { communityId: string; id: string }) =>
  context.db
    .selectFrom('forum.fold')
    .select('id')
    .where('communityId', '=', post.communityId)
    .where('postId', '=', post.id)
    .where('unfoldedAt', 'is', null)
    .executeTakeFirst();
