import { beforeAll, expect, test } from 'vitest';
import { forOnePage, once } from './one-page.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

test('a page asks the same question once, and the next page asks again', async () => {
  let asked = 0;
  const ask = async () => {
    asked += 1;
    return asked;
  };
  const page = forOnePage(database.db);
  expect(await Promise.all([once(page, 'who', ask), once(page, 'who', ask)])).toEqual([1, 1]);
  expect(await once(forOnePage(database.db), 'who', ask)).toBe(2);
});

test('a transaction asks each time, for what it reads may have just changed', async () => {
  let asked = 0;
  const page = forOnePage(database.db);
  await page.transaction().execute(async (transaction) => {
    for (let at = 0; at < 2; at += 1)
      await once(transaction, 'who', async () => {
        asked += 1;
      });
  });
  expect(asked).toBe(2);
});
