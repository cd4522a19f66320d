import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

test('names are snake_case in SQL and camelCase in code, wherever a query says them', () => {
  const { sql: text } = database.db
    .selectFrom('platform.doneOnce as once')
    .select(['once.ownerId', 'once.doneAt as whenDone'])
    .where('once.ownerId', '=', 'x')
    .orderBy('whenDone')
    .compile();
  expect(text).toBe(
    'select "once"."owner_id", "once"."done_at" as "when_done" from "platform"."done_once" as "once" where "once"."owner_id" = $1 order by "when_done"',
  );
});

test('columns come back in camelCase, and what is inside a JSON value keeps its names', async () => {
  const { rows } =
    await sql`select 1 as first_one, '{"in_side": 2}'::jsonb as the_rest union all select 3, null`.execute(database.db);
  expect(rows).toEqual([
    { firstOne: 1, theRest: { in_side: 2 } },
    { firstOne: 3, theRest: null },
  ]);
});

test('whoever asks past the query builder gets the names of the database, before it and after it', async () => {
  const ask = async () => (await database.pool.query('select 1 as first_one')).rows;
  expect(await ask()).toEqual([{ first_one: 1 }]);
  expect((await sql`select 1 as first_one`.execute(database.db)).rows).toEqual([{ firstOne: 1 }]);
  expect(await ask()).toEqual([{ first_one: 1 }]);
});
