import type { Context } from '#platform/context.ts';

/** The next number of a community, by which people call what they see: one counter row, so numbers never repeat. */
export async function nextNumber(context: Context, communityId: string): Promise<number> {
  const row = await context.db
    .insertInto('communities.numberCounter')
    .values({ communityId, lastNumber: 1 })
    .onConflict((conflict) =>
      conflict
        .column('communityId')
        .doUpdateSet((eb) => ({ lastNumber: eb('communities.numberCounter.lastNumber', '+', 1) })),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow();
  return row.lastNumber;
}
