import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './testing.ts';

let house: TestDatabase;
beforeAll(async () => {
  house = await testDatabase();
});

const countSettings = async () =>
  (await sql<{ n: number }>`select count(*) as n from platform.setting`.execute(house.db)).rows[0]?.n;
const addSetting = (db = house.db) => sql`insert into platform.setting values ('a', 'b', now())`.execute(db);

describe('the test database', () => {
  it('is the kind this run asked for', () => {
    expect(house.kind).toBe(process.env.TEST_DATABASE_KIND ?? 'pglite');
  });

  it('forgets what a transaction of a test wrote', async () => {
    await house.inTransaction(addSetting);
    expect(await countSettings()).toBe(0);
  });

  it('keeps what was written until it is emptied', async () => {
    await addSetting();
    expect(await countSettings()).toBe(1);
    await house.truncate();
    expect(await countSettings()).toBe(0);
  });

  it('keeps the record of migrations when it is emptied', async () => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from platform.migration`.execute(house.db);
    expect(rows[0]?.n).toBeGreaterThan(0);
  });
});
