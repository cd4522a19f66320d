import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { fromPglite } from './embedded.ts';
import { migrate, readMigrations } from './migrate.ts';
import { openDatabase } from './open.ts';
import { openCluster, openPglite } from './pglite.ts';

const cache = fileURLToPath(new URL('../../../../.cache/test-database', import.meta.url));
const { dependencies } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
const version = dependencies['@electric-sql/pglite'] as string;
const UNUSED_AFTER_MS = 24 * 3600 * 1000;

/** The same for the same migrations: what a migrated database is kept under. */
const imageName = (): string => {
  const migrations = readMigrations().map(({ name, hash }) => `${name} ${hash}`);
  return createHash('sha256')
    .update([version, ...migrations].join('\n'))
    .digest('hex')
    .slice(0, 16);
};

/** A folder with a PGlite cluster to copy: empty, or with every migration run. Made once, then found. */
export async function pgliteImage(kind: 'empty' | 'migrated'): Promise<string> {
  const folder = join(cache, kind === 'empty' ? `empty-${version}` : imageName());
  if (!existsSync(folder)) await (kind === 'empty' ? makeEmpty(folder) : makeMigrated(folder));
  utimesSync(folder, new Date(), new Date());
  return folder;
}

async function makeEmpty(folder: string): Promise<void> {
  const making = `${folder}.${process.pid}`;
  const pglite = await openPglite(making);
  await pglite.close();
  putInPlace(making, folder);
}

async function makeMigrated(folder: string): Promise<void> {
  const making = `${folder}.${process.pid}`;
  cpSync(await pgliteImage('empty'), making, { recursive: true });
  const database = fromPglite(await openCluster(making));
  try {
    await migrate(database.db);
  } catch (error) {
    await database.close();
    rmSync(making, { recursive: true });
    throw error;
  }
  await database.close();
  removeUnused();
  putInPlace(making, folder);
}

/** Another run may have made the same image meanwhile; then ours is thrown away. */
function putInPlace(making: string, folder: string): void {
  try {
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

function removeUnused(): void {
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (Date.now() - statSync(path).mtimeMs > UNUSED_AFTER_MS) rmSync(path, { recursive: true, force: true });
  }
}

/** The name of a PostgreSQL database on the test server to use as a template, with every migration run. */
export async function postgresImage(serverUrl: string): Promise<string> {
  const name = `sofra_image_${imageName()}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7364252)');
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await makeTemplate(client, name, serverUrl);
  } finally {
    await client.end();
  }
  return name;
}

async function makeTemplate(client: pg.Client, name: string, serverUrl: string): Promise<void> {
  const making = `${name}_making`;
  await client.query(`drop database if exists ${making} with (force)`);
  await client.query(`create database ${making}`);
  const database = await openDatabase({ dataDir: '', databaseUrl: databaseUrl(serverUrl, making) });
  await migrate(database.db).finally(database.close);
  await client.query(`alter database ${making} rename to ${name}`);
}

/** The URL of another database on the same server. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
