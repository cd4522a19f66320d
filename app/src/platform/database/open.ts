import type { PGlite } from '@electric-sql/pglite';
import type pg from 'pg';
import { listenOn } from './listening.ts';
import { dbOn, LONGEST_QUEUE_MS, openPool } from './pool.ts';
import { preparing } from './prepared.ts';
import type { Db } from './tables.ts';

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
export async function openDatabase(where: Whereabouts): Promise<Database> {
  if (where.databaseUrl) return openPostgres({ ...where, databaseUrl: where.databaseUrl });
  // A house on PostgreSQL never loads the embedded one.
  const { openEmbedded } = await import('./embedded.ts');
  return openEmbedded(where.dataDir);
}

async function openPostgres(where: Whereabouts & { databaseUrl: string }): Promise<Database> {
  const pool = openPool({
    connectionString: where.databaseUrl,
    max: where.poolSize ?? 10,
    connectionTimeoutMillis: LONGEST_QUEUE_MS,
    keepAlive: true,
    application_name: 'sofra',
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  // An address past a pooler says that there is one: it may hand the next statement to a connection that knows no names.
  const db = dbOn(preparing(pool, where.directUrl ? 'once' : 'often'));
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
