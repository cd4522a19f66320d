import type { Context } from '#platform/context.ts';
import type { NeedKey } from '../store.ts';

/** Asks once; false while an earlier asking waits. */
export async function saveAsking(context: Context, { communityId, id }: NeedKey): Promise<boolean> {
  const saved = await context.db
    .insertInto('needs.askingAgain')
    .values({ communityId, id: context.newId(), needId: id, askedAt: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return saved !== undefined;
}

/** Answers the asking that waits; false when none does. */
export async function saveAnswer(
  context: Context,
  { communityId, id }: NeedKey,
  answer: { readonly answer: string; readonly words: string; readonly answeredBy: string },
): Promise<boolean> {
  const saved = await context.db
    .updateTable('needs.askingAgain')
    .set({ ...answer, answeredAt: context.now })
    .where('communityId', '=', communityId)
    .where('needId', '=', id)
    .where('answeredAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return saved !== undefined;
}
