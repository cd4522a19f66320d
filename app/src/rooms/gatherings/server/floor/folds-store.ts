import type { Context } from '#platform/context.ts';
import { SECOND_WITHIN_HOURS } from '../../floor-rules.ts';
import type { FoundFloor } from './find-floor.ts';

type OneFold = { readonly communityId: string; readonly id: string };

export async function saveFold(
  context: Context,
  at: FoundFloor['at'],
  fold: {
    readonly questionId: string | null;
    readonly reflectionId: string | null;
    readonly reason: string;
    readonly foldedBy: string;
  },
): Promise<string> {
  const id = context.newId();
  const needsSecondBy = new Date(context.now.getTime() + SECOND_WITHIN_HOURS * 3_600_000);
  await context.db
    .insertInto('gatherings.lineFold')
    .values({ ...at, ...fold, id, foldedAt: context.now, needsSecondBy })
    .execute();
  return id;
}

export async function saveSecond(context: Context, { communityId, id }: OneFold, secondedBy: string): Promise<void> {
  await context.db
    .updateTable('gatherings.lineFold')
    .set({ secondedBy, secondedAt: context.now })
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .execute();
}

/** True for exactly one caller: it was folded until now. */
export async function saveUnfold(
  context: Context,
  { communityId, id }: OneFold,
  { unfoldedBy, how }: { readonly unfoldedBy: string | null; readonly how: 'withdrawn' | 'no-second' },
): Promise<boolean> {
  const row = await context.db
    .updateTable('gatherings.lineFold')
    .set({ unfoldedBy, unfoldedAt: context.now, unfoldedHow: how })
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .where('unfoldedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
