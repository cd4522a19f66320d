import { resolve } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import { lockFolder } from './folder-lock.ts';
import type { Database } from './open.ts';
import { openPglite } from './pglite.ts';
import { dbOn, LONGEST_QUEUE_MS, openPool } from './pool.ts';
import { preparing } from './prepared.ts';

/** Opens the embedded database in a data folder, and makes it there first. Throws FolderInUse when another living process holds it. */
export async function openEmbedded(dataDir: string): Promise<Database> {
  const folder = resolve(dataDir);
  const release = lockFolder(folder);
  try {
    return fromPglite(await openPglite(resolve(folder, 'database')), release);
  } catch (error) {
    release();
    throw error;
  }
}

/** Makes a Database of an open PGlite; `released` runs after it is closed. */
export function fromPglite(
  pglite: PGlite,
  released: () => void = () => undefined,
  longestQueueMs = LONGEST_QUEUE_MS,
): Database {
  // One connection that never goes idle: a second one would wait inside the first one's transaction for ever.
  const pool = openPool({
    ...createPgConfig(pglite),
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: longestQueueMs,
  } as pg.PoolConfig);
  const db = dbOn(preparing(pool));
  return {
    kind: 'pglite',
    db,
    pool,
    pglite,
    listen: (channel, heard) => listenInTurn({ pglite, pool }, channel, heard),
    close: async () => {
      await db.destroy();
      await pglite.close();
      released();
    },
  };
}

/** LISTEN inside somebody's transaction would vanish with its rollback: it waits for its turn on the one connection. */
async function listenInTurn(
  { pglite, pool }: { pglite: PGlite; pool: pg.Pool },
  channel: string,
  heard: (payload: string) => void,
): Promise<() => Promise<void>> {
  const name = pg.escapeIdentifier(channel);
  // A function of its own, so that two listeners with the same callback don't stop each other.
  const ear = (payload: string) => heard(payload);
  const inTurn = async (task: () => Promise<unknown>) => {
    const turn = await pool.connect();
    await task().finally(() => turn.release());
  };
  await inTurn(() => pglite.listen(name, ear));
  return () => inTurn(() => pglite.unlisten(name, ear));
}
