import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { citext } from '@electric-sql/pglite/contrib/citext';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { appDir } from '../app-dir.ts';
import { SyncedFolder } from './synced-folder.ts';

/**
 * The optimizing compiler takes half a gigabyte for the largest functions of the database, and short queries gain nothing
 * by it (only reading a whole large table takes up to twice as long without). A small machine stays alive.
 */
for (const flag of ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering']) setFlagsFromString(flag);

/** The extensions a migration may create; PostgreSQL's contrib package has the same. */
const extensions: PGliteOptions['extensions'] = { citext, pg_trgm, unaccent };

/** All of it is touched at the start; more than this only fills the memory, because the system caches the files too. */
const small = ['-c', 'shared_buffers=32MB'];

/** For what may be lost: nothing is synced. */
const fleeting = [...PGlite.defaultStartParams, ...small];

/** PGlite starts with -F, which switches fsync off, and its fdatasync does nothing. */
const durable = [...fleeting.filter((param) => param !== '-F'), '-c', 'fsync=on', '-c', 'wal_sync_method=fsync'];

/** Opens (and first creates) the database cluster in `folder`, durable: what is committed is on the disk. */
export async function openPglite(folder: string): Promise<PGlite> {
  if (!existsSync(join(folder, 'PG_VERSION'))) await createCluster(folder);
  return openCluster(folder);
}

/** Opens an existing cluster. */
export const openCluster = (folder: string): Promise<PGlite> =>
  PGlite.create({ fs: new SyncedFolder(folder), extensions, startParams: durable });

/** Opens an existing cluster that is thrown away afterwards, as tests do. */
export const openFleeting = (folder: string): Promise<PGlite> =>
  PGlite.create(folder, { extensions, startParams: fleeting });

/** In a process of its own, because making a cluster takes over a gigabyte that this process would never give back. */
async function createCluster(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const script = join(appDir, 'src/platform/database/create-cluster.ts');
  const child = spawn(process.execPath, ['--no-warnings', script, folder], { stdio: ['ignore', 'inherit', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`the embedded database could not be created in ${folder}: ${complaint.trim()}`);
}
