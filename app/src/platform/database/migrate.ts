import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { appDir } from '../app-dir.ts';
import type { Db } from './tables.ts';

/** One plain SQL file, run once, never edited afterwards. */
export interface Migration {
  /** The file's name: `0001-people.sql`; the order of names is the order of running. */
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

/** The database and the files disagree, so that nothing may be run. The message says what to do, in one line. */
class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

/** Where this version keeps its migrations. */
const migrationsFolder = join(appDir, 'db/migrations');

/** Any number, the same in every process that migrates this database. */
const LOCK = 7_364_251;

/** Reads the migrations of a folder in the order in which they run. */
export function readMigrations(folder = migrationsFolder): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, text, hash: createHash('sha256').update(text).digest('hex') };
  });
}

/**
 * Brings the database up to the given migrations and returns the names of those it ran, each in a transaction of its own.
 * Processes that start at the same time wait for each other; each file runs once.
 * Throws MigrationRefused, before anything runs, when a file changed after it ran or the database knows a newer one.
 */
export async function migrate(db: Db, migrations = readMigrations()): Promise<readonly string[]> {
  await inLockedTransaction(db, prepare);
  compare(await applied(db), migrations);
  const ran: string[] = [];
  for (const migration of migrations) if (await runOnce(db, migration)) ran.push(migration.name);
  return ran;
}

/** The names of the migrations this database still waits for. */
export async function pendingMigrations(db: Db, migrations = readMigrations()): Promise<readonly string[]> {
  const table = await sql<{ there: boolean }>`select to_regclass('platform.migration') is not null as there`.execute(
    db,
  );
  const done = table.rows[0]?.there ? await applied(db) : new Map();
  return migrations.map((migration) => migration.name).filter((name) => !done.has(name));
}

async function prepare(db: Db): Promise<void> {
  await sql`create schema if not exists platform`.execute(db);
  await sql`
    create table if not exists platform.migration (
      name text primary key,
      hash text not null,
      ran_at timestamptz not null default now()
    )`.execute(db);
}

async function applied(db: Db): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; hash: string }>`select name, hash from platform.migration`.execute(db);
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}

function compare(done: Map<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map(({ name, hash }) => [name, hash]));
  for (const [name, hash] of done) {
    if (!known.has(name))
      throw new MigrationRefused(`This database was brought to ${name} by a newer version; start that version.`);
    if (known.get(name) !== hash)
      throw new MigrationRefused(
        `The migration ${name} changed after it ran here; put it back and write the change as a new file.`,
      );
  }
}

/** Each takes the lock again, so that a long list never holds one transaction open and waiting processes see what is done. */
const runOnce = (db: Db, migration: Migration): Promise<boolean> =>
  inLockedTransaction(db, async (transaction) => {
    if ((await applied(transaction)).has(migration.name)) return false;
    await sql.raw(migration.text).execute(transaction).catch(explain(migration));
    await sql`insert into platform.migration (name, hash) values (${migration.name}, ${migration.hash})`.execute(
      transaction,
    );
    return true;
  });

const inLockedTransaction = <Result>(db: Db, work: (transaction: Db) => Promise<Result>): Promise<Result> =>
  db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction);
    return work(transaction);
  });

const explain = (migration: Migration) => (error: unknown) => {
  const position = Number((error as { position?: string }).position);
  const line = position ? `:${migration.text.slice(0, position).split('\n').length}` : '';
  throw new Error(`${migration.name}${line}: ${(error as Error).message}`, { cause: error });
};
