import { type Kysely, sql } from 'kysely';
import type { AnyAction } from '#platform/action.ts';
import { type Actor, nobody, system } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { Db, Tables } from '#platform/database/tables.ts';
import { readingContext } from '#platform/house.ts';
import { runAction, runParsed } from '#platform/run-action.ts';
import type { TestHouse } from '#platform/testing-house.ts';
import { allRooms } from '#rooms/all.ts';

/** A town of a test, inside one transaction that is never kept. */
export interface Town {
  readonly house: TestHouse;
  readonly db: Db;
  /** Ids of people by their names. */
  readonly people: Readonly<Record<string, string>>;
  readonly communityId: string;
  readonly organisationId: string;
  /** The community next door. */
  readonly otherId: string;
  /** Someone as they stand now, with every role. */
  actor(name: string): Promise<Actor>;
  /** Runs an action as somebody of the town. */
  as<Result>(name: string, action: AnyAction, input?: Readonly<Record<string, unknown>>): Promise<Result>;
  /** Runs a piece of work as the house itself. */
  work<Result>(run: (context: Context) => Promise<Result>): Promise<Result>;
  reads<Result>(actor: Actor, query: (context: Context) => Promise<Result>): Promise<Result>;
  /** Runs and takes back everything that was written meanwhile; the clock too. */
  tries<Result>(run: () => Promise<Result>): Promise<Result>;
}

export const SLUG = 'lipovac';
export const OTHER = 'drugo';
export const ORGANISATION = 'zora';
export const NOW = '2026-11-01T10:00:00Z';

/** What stands for every transaction: who there is, and what each of them holds. */
export interface Standing extends Pick<Town, 'people' | 'communityId' | 'organisationId' | 'otherId'> {
  readonly house: TestHouse;
  readonly roles: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

let savepoints = 0;

/** Nobody's session: what it asks to end isn't there. */
const SESSION = '01900000-0000-7000-8000-000000000001';

/** Runs between a savepoint and its end; a throw takes back what was written, and `keep: false` does so always. */
async function between<Result>(db: Db, keep: boolean, run: () => Promise<Result>): Promise<Result> {
  savepoints += 1;
  const name = sql.raw(`s${savepoints}`);
  await sql`savepoint ${name}`.execute(db);
  let done = false;
  try {
    const result = await run();
    done = keep;
    return result;
  } finally {
    if (!done) await sql`rollback to savepoint ${name}`.execute(db);
    await sql`release savepoint ${name}`.execute(db);
  }
}

/** An open transaction that looks like a database: its transactions are savepoints. */
const nested = (open: Db): Kysely<Tables> =>
  new Proxy(open, {
    get(target, key) {
      if (key === 'transaction')
        return () => ({ execute: (work: (db: Db) => Promise<unknown>) => between(target, true, () => work(target)) });
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

/** A house of every room on one open transaction. */
export function townIn(open: Db, standing: Standing): Town {
  const db = nested(open);
  const house = { ...standing.house, database: { ...standing.house.database, db }, rooms: allRooms };
  house.setNow(NOW);
  const language = house.languages.of('en');
  const actor: Town['actor'] = async (name) => {
    if (name === 'nobody') return nobody;
    const personId = standing.people[name];
    return { kind: 'person', personId, roles: standing.roles.get(name) ?? new Map(), sessionId: SESSION };
  };
  return {
    ...standing,
    house,
    db,
    actor,
    as: async <Result>(name: string, action: AnyAction, input = {}) =>
      runAction(house, { actor: await actor(name), language }, { action, input }) as Promise<Result>,
    work: (run) => runParsed(house, { actor: system('test'), language }, { name: 'test.work', run }),
    reads: (reader, query) => query(readingContext(house, reader, language)),
    tries: async (run) => {
      const now = house.now();
      return between(open, false, run).finally(() => house.setNow(now));
    },
  };
}

/** A hash of everything in the database, table by table; `where` narrows it to rows of a community or of a person. */
export async function fingerprint(db: Db, where: { community?: string; person?: string } = {}): Promise<string> {
  const column = where.community ? 'community_id' : where.person ? 'person_id' : undefined;
  const id = where.community ?? where.person;
  const tables = await tablesWith(db, column);
  const hashes = tables.map(
    (table) =>
      `select '${table}' as name, count(*)::integer as rows, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash
       from ${table} t${id ? ` where t.${column} = '${id}'` : ''}`,
  );
  const { rows } = await sql.raw<{ name: string; rows: number; hash: string }>(hashes.join(' union all ')).execute(db);
  return rows
    .filter((row) => row.rows > 0)
    .map((row) => `${row.name} ${row.rows} ${row.hash}`)
    .sort()
    .join('\n');
}

/** Asked once: the schema doesn't change in a test. */
const known = new Map<string | undefined, string[]>();

async function tablesWith(db: Db, column: string | undefined): Promise<string[]> {
  const before = known.get(column);
  if (before) return before;
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', t.table_schema, t.table_name) as name from information_schema.tables t
    where t.table_type = 'BASE TABLE' and t.table_schema not in ('pg_catalog', 'information_schema', 'pgboss', 'public')
      and (${column ?? null}::text is null or exists (
        select from information_schema.columns c
        where c.table_schema = t.table_schema and c.table_name = t.table_name and c.column_name = ${column ?? null}))
    order by 1`.execute(db);
  const names = rows.map(({ name }) => name);
  known.set(column, names);
  return names;
}
