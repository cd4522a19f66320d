import type { Context } from '#platform/context.ts';
import type { NeedKey } from '../store.ts';

/** What of a need can be said otherwise. */
export interface Wording {
  readonly title: string;
  readonly words: string;
  readonly place: string;
  readonly affected: string;
  readonly locale: string;
}

/** The new wording stands in the need, the old one goes to the history. */
export async function saveWording(
  context: Context,
  need: NeedKey & { readonly before: Wording; readonly untilBy: string },
  after: Wording & { readonly point?: { readonly latitude: number; readonly longitude: number } },
): Promise<void> {
  const { communityId, id, before, untilBy } = need;
  const { count } = await context.db
    .selectFrom('needs.wording')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('communityId', '=', communityId)
    .where('needId', '=', id)
    .executeTakeFirstOrThrow();
  await context.db
    .insertInto('needs.wording')
    .values({ communityId, needId: id, version: Number(count) + 1, ...before, untilAt: context.now, untilBy })
    .execute();
  const { point, ...wording } = after;
  await context.db
    .updateTable('needs.need')
    .set({
      ...wording,
      latitude: point?.latitude ?? null,
      longitude: point?.longitude ?? null,
      settlementOnly: point === undefined,
      touchedAt: context.now,
    })
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .execute();
}

export async function saveWithdrawal(
  context: Context,
  { communityId, id }: NeedKey,
  withdrawal: { readonly reason: string; readonly withdrawnBy: string },
): Promise<void> {
  await context.db
    .insertInto('needs.withdrawal')
    .values({ communityId, needId: id, ...withdrawal, withdrawnAt: context.now })
    .onConflict((conflict) =>
      conflict.columns(['communityId', 'needId']).doUpdateSet({ ...withdrawal, withdrawnAt: context.now }),
    )
    .execute();
}
