import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#platform/database/testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

const ID = '00000000-0000-4000-8000-000000000001';
const HASH = 'a'.repeat(64);
const NOW = '2026-11-01T10:00:00Z';

/** Tries a statement after one person was put in; nothing of it stays. */
const attempt = (statement: string) =>
  database.inTransaction(async (db) => {
    await sql
      .raw(`insert into people.person (id, name, locale, came_at) values ('${ID}', 'Mila', 'en', '${NOW}')`)
      .execute(db);
    await sql.raw(statement).execute(db);
  });

const address = (values: string) =>
  `insert into people.address (id, person_id, channel, value, known_by, added_at, confirmed_at) values ('${ID}', '${ID}', ${values})`;
const code = (more: { expires?: string; tries?: number; used?: string; person?: string } = {}) =>
  `insert into people.code (id, knock_hash, purpose, channel, target, person_id, code_hash, sent_at, expires_at, tries, used_at)
   values ('${ID}', '${HASH}', 'sign-in', 'email', 'a@b', ${more.person ?? 'null'}, '${HASH}', '${NOW}',
   '${more.expires ?? '2026-11-01T10:10:00Z'}', ${more.tries ?? 0}, ${more.used ?? 'null'})`;

test('a well-formed row is taken', async () => {
  await attempt(address(`'email', 'mila@example.org', 'code', '${NOW}', '${NOW}'`));
  await attempt(code());
});

test.each([
  ['a person with a name of blanks', `update people.person set name = '  '`],
  ['a person who signs in an unknown way', `update people.person set signs_as = 'loudly'`],
  ['an email with capitals', address(`'email', 'Mila@example.org', 'code', '${NOW}', '${NOW}'`)],
  ['a phone that is not E.164', address(`'phone', '064 123', 'code', '${NOW}', '${NOW}'`)],
  ['a code’s address that is not confirmed', address(`'email', 'mila@example.org', 'code', '${NOW}', null`)],
  ['a code that opens for an hour', code({ expires: '2026-11-01T11:00:00Z' })],
  ['a sixth try', code({ tries: 6 })],
  ['a code used before it was proven', code({ used: `'${NOW}'` })],
  ['a sign-in code that belongs to a person already', code({ person: `'${ID}'` })],
  ['a secret that is not hashed', code().replace(HASH, 'knock')],
  [
    'a second erasure',
    `insert into people.erasure values ('${ID}', '${NOW}'); insert into people.erasure values ('${ID}', '${NOW}')`,
  ],
])('the database refuses %s', async (_what, statement) => {
  await expect(attempt(statement)).rejects.toThrow(/violates|multiple commands/);
});
