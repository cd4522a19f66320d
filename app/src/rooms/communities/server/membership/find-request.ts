import type { Db } from '#platform/database/tables.ts';
import { notFound } from '#platform/refusal.ts';
import type { Belonging } from '../../words.ts';

/** A request that waits. Throws a Refusal `not-found` when it is not there or was answered. */
export async function findRequest(db: Db, communityId: string, requestId: string) {
  const row = await db
    .selectFrom('communities.joinRequest')
    .select(['id', 'personId', 'belonging', 'firstYesBy'])
    .where('communityId', '=', communityId)
    .where('id', '=', requestId)
    .where('answeredAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('communities.request-answered');
  return { ...row, belonging: row.belonging as Belonging };
}
