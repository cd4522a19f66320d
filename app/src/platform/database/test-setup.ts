import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pgliteImage, postgresImage } from './test-image.ts';
import { onServer } from './testing.ts';

/** Runs once before all workers: makes the images they copy from. What it returns runs after them and removes the copies. */
export default async function prepareImages(): Promise<() => Promise<void>> {
  const serverUrl = process.env.TEST_DATABASE_URL;
  const folder = mkdtempSync(join(tmpdir(), 'sofra-tests-'));
  process.env.SOFRA_TEST_FOLDER = folder;
  process.env.SOFRA_TEST_RUN = String(process.pid);
  await pgliteImage('migrated');
  if (serverUrl) await postgresImage(serverUrl);
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    if (serverUrl) await dropCopies(serverUrl);
  };
}

async function dropCopies(serverUrl: string): Promise<void> {
  const like = `sofra\\_test\\_${process.pid}\\_%`;
  const { rows } = await onServer(serverUrl, `select datname from pg_database where datname like '${like}'`);
  for (const { datname } of rows) await onServer(serverUrl, `drop database if exists ${datname} with (force)`);
}
