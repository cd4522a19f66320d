import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { speakCamelCase, speakSnakeCase } from './camel-case.ts';

/** A statement is prepared once it has been asked so often: a list of ids of ever new length never gets there. */
const OFTEN = 5;
/** Every connection keeps the plans of so many statements at most. */
const MOST = 300;
/** How many different statements are counted before counting begins again. */
const MOST_COUNTED = 5000;

/**
 * The pool as the query builder sees it: columns come in camelCase, and a statement asked again and again gets a name, so that
 * the database parses and plans it once per connection instead of each time. `once`: no names, for a pooler that hands each
 * transaction to another connection.
 */
export function preparing(pool: pg.Pool, how: 'often' | 'once' = 'often'): PostgresPool {
  const { nameOf, forget } = naming();
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const wrap = (client: pg.PoolClient): PostgresPoolClient =>
    ({
      query: async (text: string, values?: unknown[]) => {
        const name = how === 'often' && values?.length ? nameOf(text) : undefined;
        if (!name) return client.query(text, values);
        try {
          return await client.query({ name, text, values });
        } catch (error) {
          if (!isOutdated(error)) throw error;
          forget(text);
          return client.query(text, values);
        }
      },
      release: (destroy?: boolean) => {
        speakSnakeCase(client);
        client.release(destroy);
      },
      get processID() {
        return (client as { processID?: number }).processID;
      },
    }) as unknown as PostgresPoolClient;
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      speakCamelCase(client);
      const wrapped = known.get(client) ?? wrap(client);
      known.set(client, wrapped);
      return wrapped;
    },
  };
}

/** Another process has migrated, and what the statement returns is no longer what its plan says. */
const isOutdated = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '0A000' && /cached plan/.test(error.message);

/** Two builders on one pool must not mean different statements by one name. */
let named = 0;

/** Gives a name to statements that come often; a forgotten one never gets a name again. */
function naming(): { nameOf(text: string): string | undefined; forget(text: string): void } {
  const names = new Map<string, string | undefined>();
  let counts = new Map<string, number>();
  const count = (text: string): boolean => {
    const times = (counts.get(text) ?? 0) + 1;
    if (times >= OFTEN) return true;
    if (counts.size >= MOST_COUNTED) counts = new Map();
    counts.set(text, times);
    return false;
  };
  return {
    forget: (text) => names.set(text, undefined),
    nameOf(text) {
      if (!names.has(text) && names.size < MOST && count(text)) {
        named += 1;
        names.set(text, `s${named}`);
      }
      return names.get(text);
    },
  };
}
