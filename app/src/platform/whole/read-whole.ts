import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { sql } from 'kysely';
import type { Database } from '../database/open.ts';
import type { Db } from '../database/tables.ts';
import { Refusal } from '../refusal.ts';
import { readForeignKeys, readTables } from './catalogue.ts';
import { FORMAT } from './write-whole.ts';

interface Line {
  readonly format?: string;
  readonly migrations?: readonly { name: string; hash: string }[];
  readonly table?: string;
  readonly columns?: readonly string[];
  readonly rows?: readonly string[];
  readonly end?: number;
}

/**
 * Reads a file of `writeWhole` into an empty, migrated database: all of it in one transaction, or nothing.
 * Throws a Refusal when the file is another format or cut off, when it comes from a newer version, or when the database
 * already holds people.
 */
export async function readWhole(
  database: Database,
  file: string,
  progress: (rows: number) => void = () => {},
): Promise<{ rows: number }> {
  return database.db.transaction().execute(async (transaction) => {
    await insistEmpty(transaction);
    const keys = await readForeignKeys(transaction);
    for (const { drop } of keys) await sql.raw(drop).execute(transaction);
    await setTriggers(transaction, 'disable');
    const rows = await fillTables(transaction, file, progress);
    await setTriggers(transaction, 'enable');
    for (const { add } of keys) await sql.raw(add).execute(transaction);
    return { rows };
  });
}

/** Empty means that no table but the platform's own has a row. */
async function insistEmpty(db: Db): Promise<void> {
  for (const { schema, name } of (await readTables(db)).filter((table) => table.schema !== 'platform')) {
    const { rows } = await sql<{
      there: boolean;
    }>`select exists (select 1 from ${sql.raw(`"${schema}"."${name}"`)}) as there`.execute(db);
    if (rows[0]?.there) throw new Refusal('platform.whole-not-empty', { facts: { what: `${schema}.${name}` } });
  }
}

/** The rules that watch single changes must not judge a record that was already judged once. */
async function setTriggers(db: Db, how: 'disable' | 'enable'): Promise<void> {
  for (const { schema, name } of await readTables(db))
    await sql.raw(`alter table "${schema}"."${name}" ${how} trigger user`).execute(db);
}

async function fillTables(db: Db, file: string, progress: (rows: number) => void): Promise<number> {
  const shapes = new Map((await readTables(db)).map((shape) => [`${shape.schema}.${shape.name}`, shape]));
  const lines = createInterface({
    input: createReadStream(file).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let table: string | undefined;
  let columns = '';
  let rows = 0;
  let ended: number | undefined;
  let first = true;
  for await (const text of lines) {
    const line: Line = JSON.parse(text);
    if (first) await insistKnown(db, line);
    first = false;
    if (line.table) {
      const shape = shapes.get(line.table);
      if (!shape || line.columns?.some((column) => !shape.columns.includes(column)))
        throw new Refusal('platform.whole-newer', { facts: { what: line.table } });
      table = line.table;
      columns = (line.columns ?? []).map((column) => `"${column}"`).join(', ');
      // What the migrations themselves put in is in the file too.
      await sql.raw(`delete from ${table}`).execute(db);
    } else if (line.rows && table) {
      const into = sql.raw(`${table} (${columns})`);
      await sql`insert into ${into} select ${sql.raw(columns)} from json_populate_recordset(null::${sql.raw(table)}, ${`[${line.rows.join(',')}]`}::json)`.execute(
        db,
      );
      rows += line.rows.length;
      progress(rows);
    } else if (line.end !== undefined) ended = line.end;
  }
  if (ended !== rows) throw new Refusal('platform.whole-cut-off');
  return rows;
}

async function insistKnown(db: Db, line: Line): Promise<void> {
  if (line.format !== FORMAT) throw new Refusal('platform.whole-other-format');
  const { rows } = await sql<{ name: string; hash: string }>`select name, hash from platform.migration`.execute(db);
  const known = new Map(rows.map(({ name, hash }) => [name, hash]));
  const foreign = line.migrations?.find(({ name, hash }) => known.get(name) !== hash);
  if (foreign) throw new Refusal('platform.whole-newer', { facts: { what: foreign.name } });
}
