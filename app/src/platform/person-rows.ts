import { type RawBuilder, sql } from 'kysely';
import type { Context } from './context.ts';
import { type PersonTable, personTables } from './person-tables.ts';
import type { RegisteredTable } from './register.ts';

/** One row as it lies in a table, by the names of its columns as code writes them. */
export type Row = Readonly<Record<string, unknown>>;

/** Columns that say whose row it is. */
const OWN = /^(person|author|by_person)_id$|^(raised|said|asked|written|reported|offered|proposed|drawn|told)_by$/;
/** Columns of an office: what stands in the row was said by or about somebody else. */
const OFFICE = /^(entered|recorded|counted|folded|seconded|unfolded|settled|noted)_by$|^witness_id$/;
/** What opens something stays in the house. */
const LOCK = /_hash$/;

/**
 * Everything that the registered tables hold of one person, table by table, for "download my data". Read from the register
 * and the catalogue, so that no table can be forgotten. What a person wrote or what is said of them is given whole, without
 * the ids of others; where they only did the work of an office, the row shows that they did and when. `people` is the table
 * of persons. Whoever calls it answers for who asks.
 */
export async function rowsOfPerson(
  context: Pick<Context, 'db'>,
  { register, people, personId }: { register: readonly RegisteredTable[]; people: string; personId: string },
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const tables = await personTables(context.db, register, people);
  const found = new Map<string, readonly Row[]>();
  const own = new Map<string, readonly string[]>();
  for (const table of tables) {
    const rows = await rowsIn(context, table, { personId, own });
    own.set(
      table.name,
      rows.filter(({ mine }) => mine).map(({ row }) => String(row['id'] ?? '')),
    );
    if (table.given && rows.length > 0)
      found.set(
        table.name,
        rows.map(({ row, mine, as }) => (mine ? whole(table, row, as) : trace(table, row, as))),
      );
  }
  return found;
}

interface FoundRow {
  readonly row: Row;
  /** By which columns it is theirs. */
  readonly as: readonly string[];
  readonly mine: boolean;
}

async function rowsIn(
  { db }: Pick<Context, 'db'>,
  table: PersonTable,
  { personId, own }: { personId: string; own: ReadonlyMap<string, readonly string[]> },
): Promise<FoundRow[]> {
  const mine = (ids: readonly string[]) => sql`any(${ids.filter((id) => id !== '')}::uuid[])`;
  const through = table.through.map(({ column, parent }) => ({ column, ids: own.get(parent) ?? [] }));
  const named: RawBuilder<boolean>[] = table.people.map((column) => sql`${sql.id(column)} = ${personId}`);
  const led = through
    .filter(({ ids }) => ids.length > 0)
    .map(({ column, ids }) => sql<boolean>`${sql.id(column)} = ${mine(ids)}`);
  const any = [...named, ...led];
  if (any.length === 0) return [];
  const { rows } =
    await sql<Row>`select * from ${sql.id(...table.name.split('.'))} where ${sql.join(any, sql` or `)}`.execute(db);
  return rows.map((row) => {
    const as = table.people.filter((column) => row[camel(column)] === personId);
    const isLed = through.some(({ column, ids }) => ids.includes(String(row[camel(column)])));
    return { row, as, mine: isLed || isOwn(table, row, { as, personId }) };
  });
}

/** Whether a row is the person's own, by what its columns are called and who else stands in it. */
function isOwn(table: PersonTable, row: Row, { as, personId }: { as: readonly string[]; personId: string }): boolean {
  const others = table.people.filter((column) => row[camel(column)] && row[camel(column)] !== personId);
  if (others.includes('person_id')) return false;
  if (as.some((column) => OWN.test(column) || table.self.includes(column))) return true;
  return table.through.length === 0 && others.length === 0 && !as.every((column) => OFFICE.test(column));
}

const camel = (column: string): string => column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const whole = (table: PersonTable, row: Row, as: readonly string[]): Row => {
  const hidden = new Set(
    [...table.people, ...table.locks, ...table.columns.filter((column) => LOCK.test(column))].map(camel),
  );
  return { as: as.map(camel), ...Object.fromEntries(Object.entries(row).filter(([name]) => !hidden.has(name))) };
};

const trace = (table: PersonTable, row: Row, as: readonly string[]): Row => {
  const kept = new Set(table.key.filter((column) => !table.people.includes(column)).map(camel));
  const shown = Object.entries(row).filter(([name, value]) => kept.has(name) || value instanceof Date);
  return { as: as.map(camel), ...Object.fromEntries(shown) };
};
