import { sql } from 'kysely';
import type { Db } from './database/tables.ts';
import type { RegisteredTable } from './register.ts';

/** A table in which rows of persons lie. */
export interface PersonTable {
  /** `schema.table` */
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  /** Columns that name a person. */
  readonly people: readonly string[];
  /** The key of the table of persons itself. */
  readonly self: readonly string[];
  /** Columns that lead to a row of another table, whose person these rows belong to as well. */
  readonly through: readonly { readonly column: string; readonly parent: string }[];
  readonly given: boolean;
  readonly locks: readonly string[];
}

interface Found {
  readonly name: string;
  readonly columns: string[];
  readonly key: string[] | null;
  readonly people: string[] | null;
  readonly links: { column: string; parent: string }[] | null;
}

/** Every registered table with rows of persons, parents before what goes with them. Read from the catalogue. */
export async function personTables(
  db: Db,
  register: readonly RegisteredTable[],
  people: string,
): Promise<readonly PersonTable[]> {
  const lines = new Map(register.map((line) => [line.table, line]));
  const { rows } = await catalogue(db, people);
  const tables = rows.flatMap((row) => {
    const line = lines.get(row.name);
    return line ? [asTable(row, line, people)] : [];
  });
  return inOrder(tables.filter((table) => table.people.length + table.through.length > 0));
}

function asTable(row: Found, line: RegisteredTable, people: string): PersonTable {
  const { name, columns } = row;
  const key = row.key ?? [];
  const self = name === people ? key : [];
  const named =
    name === people ? self : [...new Set([...(row.people ?? []), ...columns.filter((c) => c === 'person_id')])];
  const through = (row.links ?? []).filter(({ column }) => line.through?.includes(column));
  const { locks = [], given = line.class !== 'secret' } = line;
  return { name, columns, key, people: named, self, through, given, locks };
}

/** Parents first: the rows of a child are found by the ids of its parent's rows. */
function inOrder(tables: readonly PersonTable[]): PersonTable[] {
  const depth = (table: PersonTable): number =>
    Math.max(
      0,
      ...table.through.map(({ parent }) => {
        const above = tables.find(({ name }) => name === parent);
        return above ? depth(above) + 1 : 0;
      }),
    );
  return [...tables].sort((one, two) => depth(one) - depth(two));
}

const catalogue = (db: Db, people: string) =>
  sql<Found>`
  with foreign_column as (
    select c.conrelid, a.attname::text as column, c.confrelid::regclass::text as parent
    from pg_constraint c
    cross join unnest(c.conkey, c.confkey) as k (own, other)
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.own
    join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.other
    where c.contype = 'f' and b.attname = 'id'
  )
  select t.oid::regclass::text as name,
    (select array_agg(attname::text order by attnum) from pg_attribute
      where attrelid = t.oid and attnum > 0 and not attisdropped) as columns,
    (select array_agg(a.attname::text order by k.at) from pg_index i
      cross join unnest(i.indkey::int2[]) with ordinality k (num, at)
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.num
      where i.indrelid = t.oid and i.indisprimary) as key,
    (select array_agg(distinct f.column) from foreign_column f where f.conrelid = t.oid and f.parent = ${people}) as people,
    (select json_agg(json_build_object('column', f.column, 'parent', f.parent)) from foreign_column f
      where f.conrelid = t.oid and f.parent <> ${people}) as links
  from pg_class t join pg_namespace n on n.oid = t.relnamespace
  where t.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$|pgboss)'
  order by 1`.execute(db);
