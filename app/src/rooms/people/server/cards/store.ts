import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';

/** Keeps a new card, in whose place the old one ends. */
export async function saveCard(
  context: Context,
  card: { readonly personId: string; readonly codeHash: string },
): Promise<void> {
  await saveRevocation(context, card.personId);
  await context.db
    .insertInto('people.card')
    .values({ id: context.newSecretId(), ...card, madeAt: context.now, madeBy: personOf(context.actor) ?? null })
    .execute();
}

/** Ends the card a person has, if there is one; true when there was. */
export async function saveRevocation(context: Context, personId: string): Promise<boolean> {
  const revoked = await context.db
    .updateTable('people.card')
    .set({ revokedAt: context.now, revokedBy: personOf(context.actor) ?? null })
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return revoked !== undefined;
}

/** Notes that a card was used and says whose it is; undefined when it opens nothing. */
export const markCardUsed = (context: Context, codeHash: string): Promise<{ personId: string } | undefined> =>
  context.db
    .updateTable('people.card')
    .set({ usedAt: context.now })
    .where('codeHash', '=', codeHash)
    .where('revokedAt', 'is', null)
    .returning('personId')
    .executeTakeFirst();
