import { personOf } from '#platform/actor.ts';
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

/** A thread, how it stands and how the one who asks stands to it. */
export interface StandingThread extends FoundThread {
  readonly closure?: { readonly reason: string; readonly closedAt: Date };
  readonly following: boolean;
  readonly unread: boolean;
}

/** The thread under an address of a community. Throws a Refusal `not-found`. */
export async function findThread(
  context: Context,
  address: { slug: string; number: number },
): Promise<{ community: Community; thread: StandingThread }> {
  const community = await findCommunity(context.db, address.slug);
  const personId = personOf(context.actor) ?? null;
  const row = await context.db
    .selectFrom('forum.thread as t')
    .leftJoin('forum.threadClosure as c', (join) =>
      join.onRef('c.communityId', '=', 't.communityId').onRef('c.threadId', '=', 't.id'),
    )
    .leftJoin('forum.follow as f', (join) =>
      join
        .onRef('f.communityId', '=', 't.communityId')
        .onRef('f.threadId', '=', 't.id')
        .on('f.personId', '=', personId),
    )
    .leftJoin('forum.readMark as r', (join) => join.onRef('r.threadId', '=', 't.id').on('r.personId', '=', personId))
    .select(['t.id', 't.communityId', 't.number', 't.title', 't.locale', 't.startedBy', 't.stirredAt'])
    .select(['c.closedAt', 'c.reason', 'f.since', 'r.readAt'])
    .where('t.communityId', '=', community.id)
    .where('t.number', '=', address.number)
    .executeTakeFirst();
  if (!row) throw notFound();
  return { community, thread: standing(row, personId) };
}

/** A thread as `me` stands to it, from its row. */
export function standing(row: Omit<FoundThread, 'closed'> & Standing, me: string | null): StandingThread {
  const { closedAt, reason, since, readAt, ...thread } = row;
  const closure = closedAt ? { reason: reason ?? '', closedAt } : undefined;
  const unread = me !== null && (readAt === null || readAt < thread.stirredAt);
  return { ...thread, closed: closedAt !== null, closure, following: since !== null, unread };
}

interface Standing {
  readonly closedAt: Date | null;
  readonly reason: string | null;
  readonly since: Date | null;
  readonly readAt: Date | null;
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
