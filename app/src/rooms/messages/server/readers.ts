import type { Context } from '#platform/context.ts';
import type { House } from '#platform/house.ts';
import { LOCALES } from '#platform/language/language.ts';
import type { Reader } from './mail.ts';
import { savePreference } from './store.ts';

/** The reader a mail goes to; undefined without a confirmed email address or after erasure. Makes the way out on the first mail. */
export async function findReader(house: House, context: Context, personId: string): Promise<Reader | undefined> {
  const row = await context.db
    .selectFrom('people.person as p')
    .innerJoin('people.address as a', 'a.personId', 'p.id')
    .select(['p.name', 'p.locale', 'a.value as email'])
    .where('p.id', '=', personId)
    .where('a.channel', '=', 'email')
    .where('a.confirmedAt', 'is not', null)
    .orderBy('a.addedAt')
    .executeTakeFirst();
  if (!row) return undefined;
  const wayOut = (await findWayOut(context, personId)) ?? (await makeWayOut(context, personId));
  const locale = LOCALES.find((known) => known === row.locale) ?? 'en';
  return { personId, email: row.email, name: row.name, language: house.languages.of(locale), wayOut };
}

async function makeWayOut(context: Context, personId: string): Promise<string> {
  await savePreference(context, personId, 'weekly');
  return (await findWayOut(context, personId)) ?? '';
}

async function findWayOut(context: Context, personId: string): Promise<string | undefined> {
  const row = await context.db
    .selectFrom('messages.preference')
    .select('wayOut')
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row?.wayOut;
}
