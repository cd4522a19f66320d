import type { Context } from '#platform/context.ts';
import type { FoundThread } from './find-thread.ts';

/** The thread about a thing of another room, or undefined while nobody has said anything. */
export async function talkAbout(
  context: Context,
  communityId: string,
  about: { readonly kind: string; readonly id: string },
): Promise<FoundThread | undefined> {
  const row = await context.db
    .selectFrom('forum.thread as t')
    .leftJoin('forum.threadClosure as c', (join) =>
      join.onRef('c.communityId', '=', 't.communityId').onRef('c.threadId', '=', 't.id'),
    )
    .select(['t.id', 't.communityId', 't.number', 't.title', 't.locale', 't.startedBy', 't.stirredAt', 'c.closedAt'])
    .where('t.communityId', '=', communityId)
    .where('t.aboutKind', '=', about.kind)
    .where('t.aboutId', '=', about.id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { closedAt, ...thread } = row;
  return { ...thread, closed: closedAt !== null };
}
