import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** A statement is prepared once it has been asked so often: a list of ids of ever new length never gets there. */
const OFTEN = 5;
/** Every connection keeps the plans of so many statements at most. */
const MOST = 300;
/** How many different statements are counted before counting begins again. */
const MOST_COUNTED = 5000;

/**
 * The pool as the query builder sees it: a statement asked again and again gets a name, and the database parses and plans it
 * once per connection instead of each time. Not behind a pooler that hands each transaction to another connection.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const nameOf = naming();
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const wrap = (client: pg.PoolClient): PostgresPoolClient =>
    ({
      query: (text: unknown, values?: unknown[]) => {
        const name = typeof text === 'string' && values ? nameOf(text) : undefined;
        return name ? client.query({ name, text: text as string, values }) : client.query(text as string, values);
      },
      release: (destroy?: boolean) => client.release(destroy),
      get processID() {
        return (client as { processID?: number }).processID;
      },
    }) as unknown as PostgresPoolClient;
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const wrapped = known.get(client) ?? wrap(client);
      known.set(client, wrapped);
      return wrapped;
    },
  };
}

/** A migration changes what such a statement returns, and a kept plan would refuse. */
const ALL_COLUMNS = /(?:select|[.,])\s*\*/;

/** Two builders on one pool must not mean different statements by one name. */
let named = 0;

/** Gives a name to statements that come often. */
function naming(): (text: string) => string | undefined {
  const names = new Map<string, string>();
  let counts = new Map<string, number>();
  return (text) => {
    const name = names.get(text);
    if (name || names.size >= MOST || ALL_COLUMNS.test(text)) return name;
    const count = (counts.get(text) ?? 0) + 1;
    if (count >= OFTEN) {
      named += 1;
      names.set(text, `s${named}`);
      counts.delete(text);
    } else {
      if (counts.size >= MOST_COUNTED) counts = new Map();
      counts.set(text, count);
    }
    return names.get(text);
  };
}
