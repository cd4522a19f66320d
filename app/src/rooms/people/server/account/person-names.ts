import type { Db } from '#platform/database/tables.ts';

/** How a person appears beside what they did: the name, empty after erasure (say `people.former-member` then). */
export interface PersonName {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly signsAs: string;
}

/** The names of people by their ids; ids that are nobody's are left out. */
export async function personNames(db: Db, ids: readonly string[]): Promise<Map<string, PersonName>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('people.person')
    .select(['id', 'name', 'locale', 'signsAs'])
    .where('id', 'in', wanted)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
