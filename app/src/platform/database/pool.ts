import { Kysely, type PostgresPool } from 'kysely';
import pg from 'pg';
import { nameColumns, SnakeCaseDialect } from './camel-case.ts';
import type { Db, Tables } from './tables.ts';

/**
 * How long a query waits for a connection before it fails. Code that asks the plain database inside an open transaction
 * waits for itself on the embedded one: it gets an error and rolls back instead of holding the house for ever.
 */
export const LONGEST_QUEUE_MS = 20_000;

const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;
const DATE_ARRAY = 1182;

/** A count fits into a number; what would lose digits stays text. */
const numberWhenSafe = (text: string): number | string => {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
};

const textArray = pg.types.getTypeParser(INT8_ARRAY as never, 'text') as (text: string) => string[];

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: numberWhenSafe,
  [INT8_ARRAY]: (text) => textArray(text).map(numberWhenSafe),
  // A day has no time zone: as a Date it would be yesterday somewhere.
  [DATE]: (text) => text,
  [DATE_ARRAY]: textArray,
};

/** How values come out of either database: int8 as number, days as `2026-11-24`, moments as Date. */
const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    format === 'binary'
      ? pg.types.getTypeParser(oid, 'binary')
      : (parsers[oid] ?? pg.types.getTypeParser(oid, 'text'))) as pg.CustomTypesConfig['getTypeParser'],
};

/** A pool whose values come out as code knows them; `preparing` makes it one for the query builder. */
export function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...config, types: valueTypes });
  nameColumns(pool);
  return pool;
}

/** The query builder on what `preparing` makes of a pool: camelCase in code, snake_case in SQL, JSON values left as they are. */
export const dbOn = (pool: PostgresPool): Db => new Kysely<Tables>({ dialect: new SnakeCaseDialect({ pool }) });
