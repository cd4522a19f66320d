import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { statement } from './statement.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

test('a statement is written once and gets the values of each asking', async () => {
  let written = 0;
  const named = statement((db, { name, more }: { name: string; more: string | null }) => {
    written += 1;
    return db
      .selectNoFrom([sql<string>`${name}::text`.as('firstName'), sql<string | null>`${more}::text`.as('more')])
      .where(sql.lit(1), '=', 1);
  });
  expect(await named(database.db, { name: 'Mila', more: null })).toEqual([{ firstName: 'Mila', more: null }]);
  expect(await named(database.db, { more: 'Ilić', name: 'Jovan' })).toEqual([{ firstName: 'Jovan', more: 'Ilić' }]);
  expect(written).toBe(1);
});

test('it runs in the transaction it is given', async () => {
  const inside = statement((db, { key }: { key: string }) =>
    db.selectFrom('platform.setting').select('key').where('key', '=', key),
  );
  await database.db
    .transaction()
    .execute(async (transaction) => {
      await transaction
        .insertInto('platform.setting')
        .values({ key: 'table', value: '"round"', setAt: new Date(0) })
        .execute();
      expect(await inside(transaction, { key: 'table' })).toEqual([{ key: 'table' }]);
      throw new Error('back');
    })
    .catch((error) => expect(String(error)).toContain('back'));
  expect(await inside(database.db, { key: 'table' })).toEqual([]);
});

test('a value that does not reach the query is an error, not a question about something else', async () => {
  const lost = statement((db, { name }: { name: string }) =>
    db.selectNoFrom(sql<number>`1`.as('one')).where(sql.lit('a'), '=', `${name}!`),
  );
  await expect(lost(database.db, { name: 'Mila' })).rejects.toThrow('does not reach');
});
