import { sql } from 'kysely';
import type { Db } from '../database/tables.ts';

/** One table as the database itself describes it. */
export interface TableShape {
  readonly schema: string;
  readonly name: string;
  /** Columns that can be written, in their order. */
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

const OURS = sql`n.nspname not in ('pg_catalog', 'information_schema', 'pgboss', 'public', 'pg_toast') and n.nspname not like 'pg\\_%'`;

/** Every table of ours with its columns and primary key, by name. */
export async function readTables(db: Db): Promise<TableShape[]> {
  const { rows } = await sql<TableShape>`
    select n.nspname as schema, c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(a.attname::text order by k.at) from pg_constraint p
        cross join unnest(p.conkey) with ordinality k(num, at)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num
        where p.conrelid = c.oid and p.contype = 'p'), '{}') as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and ${OURS}
    order by 1, 2`.execute(db);
  return rows;
}

/** Every foreign key of ours, as statements that take it away and put it back. */
export async function readForeignKeys(db: Db): Promise<{ drop: string; add: string }[]> {
  const { rows } = await sql<{ drop: string; add: string }>`
    select format('alter table %I.%I drop constraint %I', n.nspname, c.relname, k.conname) as drop,
      format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)) as add
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and ${OURS} order by 1`.execute(db);
  return rows;
}

/** `"schema"."table"` for raw SQL. */
export const quoted = (table: Pick<TableShape, 'schema' | 'name'>): string => `"${table.schema}"."${table.name}"`;
