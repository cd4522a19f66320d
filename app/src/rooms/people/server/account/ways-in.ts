import type { Context } from '#platform/context.ts';
import type { Db } from '#platform/database/tables.ts';
import { Refusal } from '#platform/refusal.ts';

/** The ways by which a person can come in again by themselves. */
export async function waysIn(
  context: Context,
  personId: string,
): Promise<{ addresses: number; passkeys: number; card: boolean }> {
  const { db } = context;
  const addresses = await db
    .selectFrom('people.address')
    .select('id')
    .where('personId', '=', personId)
    .where('confirmedAt', 'is not', null)
    .execute();
  const passkeys = await db.selectFrom('people.passkey').select('madeAt').where('personId', '=', personId).execute();
  const card = await db
    .selectFrom('people.card')
    .select('id')
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return { addresses: addresses.length, passkeys: passkeys.length, card: card !== undefined };
}

/** Throws a Refusal, which undoes what was just removed, when nobody could come in as this person any more. */
export async function insistWayIn(context: Context, personId: string): Promise<void> {
  const { addresses, passkeys, card } = await waysIn(context, personId);
  if (addresses + passkeys === 0 && !card) throw new Refusal('people.last-way-in');
}

/** Those of them who come in by an address or a passkey of their own, and so need no card of anybody's. */
export async function comingInAlone(db: Db, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('people.address')
    .select('personId')
    .where('personId', 'in', [...personIds])
    .where('confirmedAt', 'is not', null)
    .union(
      db
        .selectFrom('people.passkey')
        .select('personId')
        .where('personId', 'in', [...personIds]),
    )
    .execute();
  return new Set(rows.map(({ personId }) => personId));
}
