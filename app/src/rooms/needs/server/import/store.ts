import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';

export async function saveList(context: Context, communityId: string, source: string): Promise<string> {
  const id = context.newId();
  const madeBy = personOf(context.actor) ?? null;
  await context.db
    .insertInto('needs.importList')
    .values({ communityId, id, source, madeBy, madeAt: context.now })
    .execute();
  return id;
}

export async function markApplied(
  context: Context,
  list: { readonly communityId: string; readonly id: string },
  needs: number,
): Promise<void> {
  await context.db
    .updateTable('needs.importList')
    .set({ appliedAt: context.now, needs })
    .where('communityId', '=', list.communityId)
    .where('id', '=', list.id)
    .execute();
}

/** Takes back everything a list brought before it was whole. */
export async function removeList(context: Context, communityId: string, id: string): Promise<void> {
  const { db } = context;
  const brought = db
    .selectFrom('needs.need')
    .select('id')
    .where('communityId', '=', communityId)
    .where('importId', '=', id);
  for (const table of ['needs.hands', 'needs.stateChange'] as const)
    await db.deleteFrom(table).where('communityId', '=', communityId).where('needId', 'in', brought).execute();
  await db.deleteFrom('needs.need').where('communityId', '=', communityId).where('importId', '=', id).execute();
  await db.deleteFrom('needs.importList').where('communityId', '=', communityId).where('id', '=', id).execute();
}
