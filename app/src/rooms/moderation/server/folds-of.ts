import type { Context } from '#platform/context.ts';
import type { ShownFold } from '../shown-fold.ts';
import type { ThingKey } from './store.ts';

/** True while a fold on this thing is in force. */
export async function isFolded(
  { db }: Pick<Context, 'db'>,
  { communityId, kind, subjectId }: ThingKey,
): Promise<boolean> {
  const row = await db
    .selectFrom('moderation.fold')
    .select('id')
    .where('communityId', '=', communityId)
    .where('kind', '=', kind)
    .where('subjectId', '=', subjectId)
    .where('unfoldedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The folds in force on things, by the id of the thing, as pages say them: reason, answer, source; never the text. */
export async function foldsOf(
  { db }: Pick<Context, 'db'>,
  communityId: string,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, ShownFold>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('moderation.fold')
    .select(['id', 'subjectId', 'reason', 'answer', 'source'])
    .where('communityId', '=', communityId)
    .where('subjectId', 'in', [...subjectIds])
    .where('unfoldedAt', 'is', null)
    .execute();
  return new Map(rows.map(({ subjectId, ...fold }) => [subjectId, fold]));
}
