import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { fromPglite } from './embedded.ts';
import { type Database, openDatabase } from './open.ts';
import { openFleeting } from './pglite.ts';
import type { Db } from './tables.ts';
import { databaseUrl, pgliteImage, postgresImage } from './test-image.ts';

/** A migrated database for the tests of one worker. */
export interface TestDatabase extends Database {
  /** Takes out every row that is not of a migration. `testDatabase()` has already done it. */
  truncate(): Promise<void>;
  /** Runs `work` in a transaction that is always rolled back, and returns what it returned. */
  inTransaction<Result>(work: (db: Db) => Promise<Result>): Promise<Result>;
}

/** Kept on the process: every test file of one worker meets the same database. */
const kept = globalThis as { sofraTestDatabase?: Promise<TestDatabase> };

/**
 * The migrated and emptied database of this worker: call it in `beforeAll`, never close it.
 * PGlite, or PostgreSQL when the environment says `TEST_DATABASE_KIND=postgres` and names a server in `TEST_DATABASE_URL`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  kept.sofraTestDatabase ??= openCopy('migrated').then(withCleaning);
  const database = await kept.sofraTestDatabase;
  await database.truncate();
  return database;
}

/** A new database without any table, for tests of the ground itself; close it. */
export const emptyDatabase = (): Promise<Database> => openCopy('empty');

/** The PostgreSQL server of this run; undefined when it runs on PGlite. */
export const testServerUrl = (): string | undefined =>
  process.env.TEST_DATABASE_KIND === 'postgres' ? process.env.TEST_DATABASE_URL : undefined;

const openCopy = (image: 'empty' | 'migrated'): Promise<Database> => {
  const serverUrl = testServerUrl();
  return serverUrl ? openPostgresCopy(serverUrl, image) : openPgliteCopy(image);
};

async function openPgliteCopy(image: 'empty' | 'migrated'): Promise<Database> {
  const folder = mkdtempSync(join(process.env.SOFRA_TEST_FOLDER ?? tmpdir(), 'sofra-test-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  cpSync(await pgliteImage(image), folder, { recursive: true });
  return fromPglite(await openFleeting(folder), remove);
}

let copies = 0;

async function openPostgresCopy(serverUrl: string, image: 'empty' | 'migrated'): Promise<Database> {
  const template = image === 'empty' ? 'template1' : await postgresImage(serverUrl);
  copies += 1;
  const name = `sofra_test_${process.env.SOFRA_TEST_RUN ?? 'alone'}_${process.pid}_${copies}`;
  await onServer(serverUrl, `drop database if exists ${name} with (force)`);
  await onServer(serverUrl, `create database ${name} template ${template}`);
  const database = await openDatabase({ dataDir: '', databaseUrl: databaseUrl(serverUrl, name), poolSize: 4 });
  const close = async () => {
    await database.close();
    await onServer(serverUrl, `drop database if exists ${name} with (force)`);
  };
  return { ...database, close };
}

/** Runs one statement outside of any transaction on the server's own database. */
export async function onServer(serverUrl: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  return client.query(statement).finally(() => client.end());
}

async function withCleaning(database: Database): Promise<TestDatabase> {
  const tables = await ownTables(database.db);
  const ofMigrations = new Set(await filled(database.db, tables));
  const ofTests = tables.filter((table) => !ofMigrations.has(table));
  return {
    ...database,
    truncate: () => empty(database.db, ofTests),
    inTransaction: async (work) => {
      const transaction = await database.db.startTransaction().execute();
      return work(transaction).finally(() => transaction.rollback().execute());
    },
  };
}

async function ownTables(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|pgboss)'`.execute(db);
  return rows.map(({ name }) => name);
}

async function filled(db: Db, tables: readonly string[]): Promise<string[]> {
  if (tables.length === 0) return [];
  const questions = tables.map((table) => `select '${table}' as name where exists (select from ${table})`);
  const { rows } = await sql.raw<{ name: string }>(questions.join(' union all ')).execute(db);
  return rows.map(({ name }) => name);
}

/** Deleting from the few tables that have rows is many times faster than truncating them all. */
async function empty(db: Db, tables: readonly string[]): Promise<void> {
  const toEmpty = await filled(db, tables);
  if (toEmpty.length === 0) return;
  await db.transaction().execute(async (transaction) => {
    // Rows go in any order, and what refuses to be deleted goes too.
    await sql`set local session_replication_role = replica`.execute(transaction);
    for (const table of toEmpty) await sql.raw(`delete from ${table}`).execute(transaction);
  });
}
