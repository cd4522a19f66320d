import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { atDesk } from '../../permissions.ts';
import { findCommunity } from '../community/find-community.ts';

/** One list that was brought, and what became of it; names of people on it are not shown again. */
export interface ShownList {
  readonly id: string;
  readonly source: string;
  readonly madeAt: Date;
  readonly by: string;
  readonly invited: number;
  readonly came: number;
  readonly open: number;
  readonly undoneAt: Date | null;
}

/** The last thirty lists of invitations. */
export async function showLists(context: Context, slug: string): Promise<ShownList[]> {
  const { id } = await findCommunity(context.db, slug);
  authorize(atDesk.invite, context.actor, { id });
  const lists = await context.db
    .selectFrom('communities.invitationList')
    .select(['id', 'source', 'madeAt', 'madeBy', 'invited', 'undoneAt'])
    .where('communityId', '=', id)
    .where('appliedAt', 'is not', null)
    .orderBy('madeAt', 'desc')
    .limit(30)
    .execute();
  const counts = await context.db
    .selectFrom('communities.invitation')
    .select((eb) => ['listId', 'answer', eb.fn.countAll<number>().as('count')])
    .where('communityId', '=', id)
    .groupBy(['listId', 'answer'])
    .execute();
  const count = (listId: string, answer: string | null) =>
    Number(counts.find((row) => row.listId === listId && row.answer === answer)?.count ?? 0);
  const names = await personNames(
    context.db,
    lists.map(({ madeBy }) => madeBy).filter((by) => by !== null),
  );
  return lists.map(({ madeBy, ...list }) => ({
    ...list,
    by: madeBy ? (names.get(madeBy)?.name ?? '') : '',
    came: count(list.id, 'yes'),
    open: count(list.id, null),
  }));
}
