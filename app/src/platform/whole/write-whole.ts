import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import type { Database } from '../database/open.ts';
import type { Db } from '../database/tables.ts';
import { quoted, readTables, type TableShape } from './catalogue.ts';

/** The first line of the file; a reader refuses another format. */
export const FORMAT = 'sofra-whole-1';
const BATCH = 500;

/** What was written. */
export interface WrittenWhole {
  readonly rows: number;
  readonly tables: number;
  readonly sha256: string;
}

/**
 * Writes the whole database into one gzipped file: a first line with the migrations that ran, then for each table a line
 * with its columns and a line per batch of rows, last a line with the number of rows. One snapshot: what is written
 * meanwhile is not in it. The file appears under its name only when it is whole (a full disk leaves no half file).
 * The same file is read by either kind of database.
 */
export async function writeWhole(
  database: Database,
  file: string,
  progress: (rows: number) => void = () => {},
): Promise<WrittenWhole> {
  const hash = createHash('sha256');
  const count = { rows: 0, tables: 0 };
  const unfinished = `${file}.unfinished`;
  try {
    await database.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (snapshot) => {
        const lines = Readable.from(linesOf(snapshot, count, progress));
        await pipeline(
          lines,
          createGzip({ level: 6 }),
          async function* (bytes) {
            for await (const chunk of bytes) {
              hash.update(chunk);
              yield chunk;
            }
          },
          createWriteStream(unfinished, { flags: 'w', mode: 0o600, flush: true }),
        );
      });
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return { ...count, sha256: hash.digest('hex') };
}

async function* linesOf(
  snapshot: Db,
  count: { rows: number; tables: number },
  progress: (rows: number) => void,
): AsyncGenerator<string> {
  const migrations = await sql<{
    name: string;
    hash: string;
  }>`select name, hash from platform.migration order by name`.execute(snapshot);
  yield line({ format: FORMAT, migrations: migrations.rows });
  for (const table of await readTables(snapshot)) {
    if (table.schema === 'platform' && table.name === 'migration') continue;
    count.tables += 1;
    yield line({ table: `${table.schema}.${table.name}`, columns: table.columns });
    for await (const rows of batches(snapshot, table)) {
      count.rows += rows.length;
      yield line({ rows });
      progress(count.rows);
    }
  }
  yield line({ end: count.rows });
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** By key, never by offset; a table without a key is read in one piece. */
async function* batches(db: Db, table: TableShape): AsyncGenerator<string[]> {
  const name = sql.raw(quoted(table));
  const key = table.key.map((column) => `t."${column}"`).join(', ');
  let after: string | undefined;
  for (;;) {
    const later =
      after && key
        ? sql`where (${sql.raw(key)}) > (select ${sql.raw(table.key.map((c) => `(r)."${c}"`).join(', '))} from (select json_populate_record(null::${name}, ${after}::json) as r) last)`
        : sql``;
    const order = key ? sql`order by ${sql.raw(key)} limit ${BATCH}` : sql``;
    const { rows } = await sql<{
      row: string;
    }>`select row_to_json(t)::text as row from ${name} t ${later} ${order}`.execute(db);
    if (rows.length > 0) yield rows.map(({ row }) => row);
    if (!key || rows.length < BATCH) return;
    after = rows[rows.length - 1].row;
  }
}
