import type { Context } from '#platform/context.ts';
import { notFound } from '#platform/refusal.ts';
import type { Circle, Community } from '#rooms/communities/index.ts';
import { charterOf, findCommunity } from '#rooms/communities/server/index.ts';

/** A thread as the actions need it. */
export interface FoundThread {
  readonly id: string;
  readonly communityId: string;
  readonly number: number;
  readonly title: string;
  readonly locale: string;
  readonly startedBy: string;
  readonly stirredAt: Date;
  readonly closed: boolean;
}

/** The thread under an address of a community. Throws a Refusal `not-found`. */
export async function findThread(
  context: Context,
  address: { slug: string; number: number },
): Promise<{ community: Community; thread: FoundThread }> {
  const community = await findCommunity(context.db, address.slug);
  const row = await context.db
    .selectFrom('forum.thread as t')
    .leftJoin('forum.threadClosure as c', (join) =>
      join.onRef('c.communityId', '=', 't.communityId').onRef('c.threadId', '=', 't.id'),
    )
    .select(['t.id', 't.communityId', 't.number', 't.title', 't.locale', 't.startedBy', 't.stirredAt', 'c.closedAt'])
    .where('t.communityId', '=', community.id)
    .where('t.number', '=', address.number)
    .executeTakeFirst();
  if (!row) throw notFound();
  const { closedAt, ...thread } = row;
  return { community, thread: { ...thread, closed: closedAt !== null } };
}

/** One post of a thread. Throws a Refusal `not-found`. */
export async function findPost(
  context: Context,
  thread: { communityId: string; id: string },
  postId: string,
): Promise<{ id: string; communityId: string; authorId: string; text: string }> {
  const row = await context.db
    .selectFrom('forum.post')
    .select(['id', 'communityId', 'authorId', 'text'])
    .where('communityId', '=', thread.communityId)
    .where('threadId', '=', thread.id)
    .where('id', '=', postId)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** The forum of a community, with what its charter says about starting threads. */
export async function forumSubject(
  context: Context,
  communityId: string,
): Promise<{ communityId: string; startThread: Circle }> {
  const charter = await charterOf(context.db, communityId);
  return { communityId, startThread: charter?.rules.choices.startThread ?? 'member' };
}
