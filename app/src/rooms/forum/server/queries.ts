import type { ExpressionBuilder } from 'kysely';
import { personOf, rolesIn } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { Tables } from '#platform/database/tables.ts';
import { abilities } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { abilitiesInThread, onForum } from '../permissions.ts';
import type { ShownPost } from '../shown-post.ts';
import { listConversations } from './conversations/queries.ts';
import { forumSubject } from './find-thread.ts';
import { shownPosts, signature } from './shown-posts.ts';
import { threadByNumber } from './thread-rows.ts';

const THREADS = 50;

/** A thread in the list. */
export interface ListedThread {
  readonly number: number;
  readonly title: string;
  readonly locale: string;
  /** Empty when who began it signs as a member, left, or the first post is folded. */
  readonly startedBy: string;
  readonly signed: ShownPost['signed'];
  readonly stirredAt: Date;
  readonly posts: number;
  readonly closed: boolean;
  /** Something in it is newer than what this person read. */
  readonly fresh: boolean;
}

/** Threads with the newest word first, 50 a page; `before` is `stirredAt` of the last one shown. */
export async function listThreads(
  context: Context,
  slug: string,
  before?: Date,
): Promise<{
  community: Community;
  threads: ListedThread[];
  next: string | null;
  conversations: Awaited<ReturnType<typeof listConversations>>;
  can: Record<keyof typeof onForum, boolean>;
}> {
  const community = await findCommunity(context.db, slug);
  const personId = personOf(context.actor);
  let query = context.db
    .selectFrom('forum.thread as t')
    .innerJoin('people.person as p', 'p.id', 't.startedBy')
    .leftJoin('forum.threadClosure as c', (join) =>
      join.onRef('c.communityId', '=', 't.communityId').onRef('c.threadId', '=', 't.id'),
    )
    .leftJoin('forum.readMark as r', (join) =>
      join.onRef('r.threadId', '=', 't.id').on('r.personId', '=', personId ?? null),
    )
    .leftJoinLateral(firstPost, (join) => join.onTrue())
    .select(['t.number', 't.title', 't.locale', 't.startedBy', 't.stirredAt', 't.posts', 'c.closedAt', 'r.readAt'])
    .select(['p.name', 'first.signsAs', 'first.foldId'])
    .where('t.communityId', '=', community.id)
    .where('t.aboutId', 'is', null)
    .orderBy('t.stirredAt', 'desc')
    .orderBy('t.id', 'desc')
    .limit(THREADS + 1);
  if (before) query = query.where('t.stirredAt', '<', before);
  const rows = await query.execute();
  const inside = rolesIn(context.actor, community.id).length > 0;
  const threads = rows.slice(0, THREADS).map(({ closedAt, readAt, startedBy, name, signsAs, foldId, ...thread }) => ({
    ...thread,
    ...starter({ name, signsAs: signsAs ?? 'name', hidden: foldId !== null && startedBy !== personId }, inside),
    closed: closedAt !== null,
    fresh: personId !== undefined && (readAt === null || readAt < thread.stirredAt),
  }));
  const last = threads.at(-1);
  return {
    community,
    threads,
    next: rows.length > THREADS && last ? last.stirredAt.toISOString() : null,
    conversations: before ? [] : await listConversations(context, community.id),
    can: abilities(onForum, context.actor, await forumSubject(context, community.id)),
  };
}

/** How the first post of each thread is signed, and whether it is folded: the list says no more of its author than the thread. */
const firstPost = (eb: ExpressionBuilder<Tables & { t: Tables['forum.thread'] }, 't'>) =>
  eb
    .selectFrom('forum.post as post')
    .leftJoin('moderation.fold as fold', (join) =>
      join
        .onRef('fold.communityId', '=', 'post.communityId')
        .onRef('fold.subjectId', '=', 'post.id')
        .on('fold.kind', '=', 'post')
        .on('fold.unfoldedAt', 'is', null),
    )
    .select(['post.signsAs', 'fold.id as foldId'])
    .whereRef('post.communityId', '=', 't.communityId')
    .whereRef('post.threadId', '=', 't.id')
    .orderBy('post.id')
    .limit(1)
    .as('first');

function starter(
  { hidden, ...row }: { name: string; signsAs: string; hidden: boolean },
  inside: boolean,
): Pick<ListedThread, 'startedBy' | 'signed'> {
  const { name, signed } = hidden ? { name: '', signed: 'member' as const } : signature(row, inside);
  return { startedBy: name, signed };
}

const ID = /^[0-9a-f-]{36}$/;
const idOr = (text: string | undefined): string | undefined => (text && ID.test(text) ? text : undefined);

/** A thread with its posts, 50 a page; `after` is the id of the last post of the page before, `at` of the first one wanted. */
export async function showThread(
  context: Context,
  address: { slug: string; number: number; after?: string; at?: string },
) {
  const community = await findCommunity(context.db, address.slug);
  const found = await threadByNumber(context.db, {
    communityId: community.id,
    number: address.number,
    me: personOf(context.actor) ?? null,
    after: idOr(address.after),
    at: idOr(address.at),
  });
  if (!found) throw notFound();
  const { thread } = found;
  const { posts, next } = shownPosts(context, community.id, found.posts);
  const { closure, following, unread } = thread;
  const can = abilitiesInThread(context.actor, community.id);
  return { community, thread, posts, next, closure, following, unread, can };
}
