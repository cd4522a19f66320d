import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** What git carries for every clone from then on. */
export const MOST_BYTES = 300_000;

/** A database of an earlier day, as `writeWhole` wrote it. */
export interface KeptDatabase {
  /** The day it was made on: `2026-11-24`. */
  readonly day: string;
  readonly file: string;
}

/** Every kept database, the oldest first. */
export const keptDatabases = (): KeptDatabase[] =>
  readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.gz'))
    .sort()
    .map((name) => ({ day: name.slice(0, -3), file: join(import.meta.dirname, name) }));

/** The migrations that had made it, with the hashes their files had then. */
export async function migrationsOf({ file }: KeptDatabase): Promise<{ name: string; hash: string }[]> {
  const unzipped = createReadStream(file).pipe(createGunzip());
  for await (const line of createInterface({ input: unzipped })) return JSON.parse(line).migrations;
  return [];
}
