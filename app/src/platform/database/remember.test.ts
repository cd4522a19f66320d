import { beforeAll, expect, test } from 'vitest';
import { forOnePage, once, openRowMemory, remember } from './one-page.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

/** A village that counts how often it was asked for. */
function village() {
  const memory = openRowMemory();
  let asked = 0;
  const from = (page: typeof database.db) =>
    remember(page, 'community lipovac', { ask: async () => ({ id: 'one', asked: ++asked }), tag: ({ id }) => id });
  return { memory, from, page: (now = 0) => forOnePage(database.db, { memory, now }) };
}

test('two pages ask once, and again when the community was touched', async () => {
  const { memory, from, page } = village();
  expect(await from(page())).toMatchObject({ asked: 1 });
  expect(await from(page())).toMatchObject({ asked: 1 });
  memory.touch(['two']);
  expect(await from(page())).toMatchObject({ asked: 1 });
  memory.touch(['one']);
  expect(await from(page())).toMatchObject({ asked: 2 });
  memory.clear();
  expect(await from(page())).toMatchObject({ asked: 3 });
});

test('nothing is remembered for longer than a minute', async () => {
  const { from, page } = village();
  await from(page(0));
  expect(await from(page(60_000))).toMatchObject({ asked: 1 });
  expect(await from(page(60_001))).toMatchObject({ asked: 2 });
});

test('what was asked before a touch and answered after it is not remembered', async () => {
  const { memory, page } = village();
  const slow = (answer: string) => ({
    ask: async () => {
      if (answer === 'old') memory.touch(['one']);
      return { id: 'one', answer };
    },
    tag: ({ id }: { id: string }) => id,
  });
  await remember(page(), 'community lipovac', slow('old'));
  expect(await remember(page(), 'community lipovac', slow('new'))).toMatchObject({ answer: 'new' });
});

test('what is not there is asked for each time', async () => {
  const { page } = village();
  let asked = 0;
  const ask = async (): Promise<undefined> => {
    asked += 1;
  };
  const nothing = { ask, tag: () => '' };
  await remember(page(), 'community nowhere', nothing);
  await remember(page(), 'community nowhere', nothing);
  expect(asked).toBe(2);
});

test('a transaction, and a page of a process that hears no touches, ask for themselves', async () => {
  const { from, page } = village();
  await from(page());
  await database.db.transaction().execute(async (transaction) => {
    expect(await from(transaction)).toMatchObject({ asked: 2 });
  });
  expect(await from(forOnePage(database.db))).toMatchObject({ asked: 3 });
  const one = forOnePage(database.db);
  expect(await once(one, 'x', async () => 1)).toBe(await once(one, 'x', async () => 2));
});
