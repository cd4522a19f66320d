import { resolve } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import { lockFolder } from './folder-lock.ts';
import { listenOn } from './listening.ts';
import { openPglite } from './pglite.ts';
import { dbOn, valueTypes } from './pool.ts';
import { preparing } from './prepared.ts';
import type { Db } from './tables.ts';

/**
 * How long a query waits for a connection before it fails. Code that asks the plain database inside an open transaction
 * waits for itself on the embedded one: it gets an error and rolls back instead of holding the house for ever.
 */
const LONGEST_QUEUE_MS = 20_000;

/** Where the database is. Without `databaseUrl` it is the embedded one in `dataDir`. */
export interface Whereabouts {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  /** The same database past any connection pooler, for LISTEN; `databaseUrl` when absent. */
  readonly directUrl?: string;
  /** Connections this process may hold on PostgreSQL, 10 when absent; the embedded database always has exactly one. */
  readonly poolSize?: number;
}

/** An open database: one query builder for both kinds, one way to listen, one way to close. */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  readonly db: Db;
  readonly pool: pg.Pool;
  /** Only when kind is `pglite`. A query on it skips the queue of transactions: use `db`. */
  readonly pglite?: PGlite;
  /** A URL for what needs connections of its own (LISTEN, jobs); only when kind is `postgres`. */
  readonly directUrl?: string;
  /**
   * Calls `heard` with the payload of each NOTIFY on the channel; returns how to stop. `missed` is called when the line was
   * lost and again when it stands: forget what you keep in memory, something may have been said meanwhile.
   */
  listen(channel: string, heard: (payload: string) => void, missed?: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** Opens the database. Throws FolderInUse when another living process holds the data folder. */
export const openDatabase = (where: Whereabouts): Promise<Database> =>
  where.databaseUrl ? openPostgres({ ...where, databaseUrl: where.databaseUrl }) : openEmbedded(where.dataDir);

async function openPostgres(where: Whereabouts & { databaseUrl: string }): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: where.databaseUrl,
    max: where.poolSize ?? 10,
    connectionTimeoutMillis: LONGEST_QUEUE_MS,
    types: valueTypes,
    keepAlive: true,
    application_name: 'sofra',
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  // An address past a pooler says that there is one: it may hand the next statement to a connection that knows no names.
  const db = dbOn(where.directUrl ? pool : preparing(pool));
  const directUrl = where.directUrl ?? where.databaseUrl;
  const listening = listenOn(directUrl);
  return {
    kind: 'postgres',
    db,
    pool,
    directUrl,
    listen: (channel, heard, missed = () => undefined) => listening.on(channel, { heard, missed }),
    close: async () => {
      await listening.close();
      await db.destroy();
    },
  };
}

async function openEmbedded(dataDir: string): Promise<Database> {
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
  const pool = new pg.Pool({
    ...createPgConfig(pglite),
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: longestQueueMs,
    types: valueTypes,
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
