import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../scripts/test/postgres.mjs';
import { cpuOfFamily, parentOf } from './cpu.ts';

/** One kind of database to measure on, filled. */
export interface Ground {
  readonly name: string;
  /** Settings of a house that stands on it. */
  readonly settings: Readonly<Record<string, string>>;
  readonly pages: readonly { readonly name: string; readonly path: string }[];
  /** CPU milliseconds of the database's own processes so far; 0 when it lives in the server's. */
  databaseCpu(): number;
  close(): void;
}

/** The embedded database in a temporary folder. */
export async function onPglite(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'sofra-bench-'));
  const settings = { DATA_DIR: folder, SOFRA_DEMO: 'yes' };
  const close = () => rmSync(folder, { recursive: true, force: true });
  return { name: 'PGlite', settings, pages: await fill(settings), databaseCpu: () => 0, close };
}

/** A PostgreSQL of this machine, `durable` when every commit is to reach the disk; undefined, with the reason printed, when there is none. */
export async function onPostgres(how: { readonly durable?: boolean } = {}): Promise<Ground | undefined> {
  const { url, why, stop } = await startPostgres(how);
  if (!url) {
    console.log(`not on PostgreSQL: ${why}`);
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'sofra-bench-'));
  const settings = { DATA_DIR: folder, DATABASE_URL: url, SOFRA_DEMO: 'yes' };
  const postmaster = await postmasterOf(url);
  const close = () => {
    stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    name: 'PostgreSQL',
    settings,
    pages: await fill(settings),
    databaseCpu: () => cpuOfFamily(postmaster),
    close,
  };
}

/** Every backend is a child of the postmaster. */
async function postmasterOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('select pg_backend_pid() as pid');
  const parent = parentOf(rows[0].pid);
  await client.end();
  return parent;
}

async function fill(settings: Readonly<Record<string, string>>): Promise<Ground['pages']> {
  const child = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'fill.ts')], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of child.stdout) said += chunk;
  return JSON.parse(said.trim().split('\n').at(-1) ?? '');
}
