import type { Context } from '#platform/context.ts';
import type { Target } from '../../rules.ts';

/** A new person as the room keeps one. */
export interface NewPerson {
  readonly name: string;
  readonly locale: string;
  readonly madeBy?: string;
}

export async function savePerson(context: Context, person: NewPerson): Promise<string> {
  const id = context.newId();
  const { name, locale, madeBy } = person;
  await context.db
    .insertInto('people.person')
    .values({ id, name, locale, madeBy: madeBy ?? null, cameAt: context.now })
    .execute();
  return id;
}

/** Notes that an address is this person's; a confirmed email is then nobody else's any more. */
export async function saveAddress(
  context: Context,
  personId: string,
  address: Target & { readonly knownBy: 'code' | 'seed' | 'facilitator' },
): Promise<void> {
  const confirmedAt = address.knownBy === 'facilitator' ? null : context.now;
  if (address.channel === 'email' && confirmedAt)
    await context.db
      .deleteFrom('people.address')
      .where('channel', '=', 'email')
      .where('value', '=', address.value)
      .where('personId', '<>', personId)
      .where('confirmedAt', 'is', null)
      .execute();
  await context.db
    .insertInto('people.address')
    .values({ id: context.newId(), personId, addedAt: context.now, confirmedAt, ...address })
    .onConflict((conflict) =>
      conflict
        .columns(['personId', 'channel', 'value'])
        .doUpdateSet((eb) => ({ confirmedAt: eb.fn.coalesce('people.address.confirmedAt', eb.val(confirmedAt)) })),
    )
    .execute();
}

/** What a person may change of their own profile. */
export interface ProfileChange {
  readonly name?: string;
  readonly locale?: string;
  readonly theme?: string;
  readonly signsAs?: string;
}

export async function saveProfile(context: Context, personId: string, change: ProfileChange): Promise<void> {
  await context.db.updateTable('people.person').set(change).where('id', '=', personId).execute();
}

export async function dropAddress(context: Context, personId: string, addressId: string): Promise<void> {
  await context.db.deleteFrom('people.address').where('personId', '=', personId).where('id', '=', addressId).execute();
}

/** Empties the person's row and takes out everything else this room holds of them. */
export async function saveErasure(context: Context, personId: string): Promise<void> {
  const { db, now } = context;
  const addresses = await db
    .deleteFrom('people.address')
    .where('personId', '=', personId)
    .returning(['channel', 'value'])
    .execute();
  for (const { channel, value } of addresses)
    await db.deleteFrom('people.code').where('channel', '=', channel).where('target', '=', value).execute();
  await db.deleteFrom('people.code').where('personId', '=', personId).execute();
  await db.deleteFrom('people.session').where('personId', '=', personId).execute();
  await db.deleteFrom('people.passkey').where('personId', '=', personId).execute();
  await db.deleteFrom('people.card').where('personId', '=', personId).execute();
  await db
    .updateTable('people.person')
    .set({ name: '', theme: 'auto', signsAs: 'member' })
    .where('id', '=', personId)
    .execute();
  await db.insertInto('people.erasure').values({ personId, erasedAt: now }).execute();
}
