import type { Context } from '#platform/context.ts';
import { notFound } from '#platform/refusal.ts';

/** A person who is at the table. Throws a Refusal `not-found` when there is none, or they erased themselves. */
export async function insistAtTable(context: Context, personId: string) {
  const person = await context.db
    .selectFrom('people.person as p')
    .leftJoin('people.erasure as e', 'e.personId', 'p.id')
    .select(['p.id', 'p.name', 'p.locale', 'p.theme', 'p.signsAs', 'p.cameAt'])
    .where('p.id', '=', personId)
    .where('e.personId', 'is', null)
    .executeTakeFirst();
  if (!person) throw notFound();
  return person;
}
