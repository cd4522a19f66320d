import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { dbOn } from './pool.ts';
import { preparing } from './prepared.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

test('a statement asked again and again is prepared once, and answers as before', async () => {
  const db = dbOn(preparing(database.pool));
  await db.connection().execute(async (one) => {
    const add = (to: number) => sql<{ sum: number }>`select ${to}::int + 41 as sum`.execute(one);
    for (let at = 0; at < 8; at += 1) expect((await add(at)).rows).toEqual([{ sum: at + 41 }]);
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from pg_prepared_statements where statement like '%::int + 41 as sum'`.execute(one);
    expect(rows).toEqual([{ count: 1 }]);
  });
});

test('a prepared statement that failed leaves its connection as it was', async () => {
  const db = dbOn(preparing(database.pool));
  const divide = (by: number) => sql<{ tenth: number }>`select 10 / ${by}::int as tenth`.execute(db);
  for (let at = 0; at < 7; at += 1) await expect(divide(0)).rejects.toThrow('division by zero');
  expect((await divide(5)).rows).toEqual([{ tenth: 2 }]);
});

test('a table that another process migrated is read on', async () => {
  const db = dbOn(preparing(database.pool));
  await sql`create table platform.migrated (one int)`.execute(db);
  const ask = () => sql`select * from platform.migrated where one = ${1}`.execute(db);
  try {
    for (let at = 0; at < 8; at += 1) await ask();
    await sql`alter table platform.migrated add two int default 2`.execute(db);
    await sql`insert into platform.migrated values (1)`.execute(db);
    expect((await ask()).rows).toEqual([{ one: 1, two: 2 }]);
  } finally {
    await sql`drop table platform.migrated`.execute(db);
  }
});
