import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#platform/database/testing.ts';
import { newTimeId } from '#platform/ids.ts';
import { forgetOld, periodOf } from '#platform/jobs/forget-old.ts';
import { testHouse } from '#platform/testing-house.ts';
import { allRooms } from './all.ts';
import { register } from './register.ts';

interface KeyRow {
  readonly table: string;
  readonly name: string;
  readonly kind: 'p' | 'u' | 'f';
  readonly columns: string[];
  readonly target: string | null;
  readonly targetColumns: string[] | null;
}

let tables: string[] = [];
let keys: KeyRow[] = [];
const lineOf = new Map(register.map((line) => [line.table, line]));

beforeAll(async () => {
  const { db } = await testDatabase();
  const found = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'pgboss', 'public')`.execute(
    db,
  );
  tables = found.rows.map((row) => row.name).sort();
  const names = (column: string, relation: string) =>
    sql.raw(`(
    select array_agg(a.attname::text order by k.at) from unnest(c.${column}) with ordinality k(num, at)
    join pg_attribute a on a.attrelid = c.${relation} and a.attnum = k.num)`);
  const rows = await sql<KeyRow>`
    select c.conrelid::regclass::text as table, c.conname as name, c.contype as kind, ${names('conkey', 'conrelid')} as columns,
      nullif(c.confrelid, 0)::regclass::text as target, ${names('confkey', 'confrelid')} as target_columns
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where c.contype in ('p', 'u', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss', 'public')
    union all
    select i.indrelid::regclass::text, i.indexrelid::regclass::text, 'u',
      (select array_agg(a.attname::text order by k.at) from unnest(i.indkey::int2[]) with ordinality k(num, at)
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.num), null, null
    from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
    where i.indisunique and not i.indisprimary
      and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss', 'public', 'pg_toast')`.execute(db);
  keys = rows.rows;
});

test('every table of the migrated schema stands in the register once, and nothing else does', () => {
  expect(register.map((line) => line.table).sort()).toEqual(tables);
});

test('the room that owns a table is its schema', () => {
  for (const line of register) expect(line.table).toMatch(/^[a-z_]+\.[a-z_]+$/);
});

const COLUMN = { community: 'community_id', person: /^(person_id|owner_id)$/ } as const;
const startsWell = (table: string, columns: readonly string[]): boolean => {
  const distribution = lineOf.get(table)?.distribution;
  if (distribution === 'community') return columns[0] === COLUMN.community;
  return distribution === 'person' ? COLUMN.person.test(columns[0]) : true;
};

test('every key of a distributed table begins with the column it is distributed by', () => {
  const wrong = keys.filter((key) => key.kind !== 'f' && !startsWell(key.table, key.columns ?? []));
  expect(wrong.map((key) => `${key.table}: ${key.name} (${key.columns})`)).toEqual([]);
});

test('a foreign key stays inside its community, or points at a reference table', () => {
  const wrong = keys
    .filter((key) => key.kind === 'f')
    .filter((key) => {
      const target = lineOf.get(key.target ?? '')?.distribution;
      const own = lineOf.get(key.table)?.distribution;
      if (target === 'reference') return false;
      return !(
        own === target &&
        startsWell(key.table, key.columns) &&
        startsWell(key.target ?? '', key.targetColumns ?? [])
      );
    });
  expect(wrong.map((key) => `${key.table}: ${key.name} → ${key.target}`)).toEqual([]);
});

test('what is kept for a plain period has a time it is counted from, and goes when that is over', async () => {
  const aged = register.filter(({ retention }) => periodOf(retention) !== undefined);
  expect(aged.filter(({ agedBy }) => !agedBy).map(({ table }) => table)).toEqual([]);
  const database = await testDatabase();
  const house = testHouse(database, allRooms);
  const mila = newTimeId(house.now());
  await database.db
    .insertInto('people.person')
    .values({ id: mila, name: 'Mila', locale: 'en', cameAt: house.now() })
    .execute();
  const hit = { key: 'people.code:+381601234567', windowStartsAt: house.now(), hits: 1 };
  await database.db.insertInto('platform.limitHit').values(hit).execute();
  const about = { kind: 'forum.replied', facts: JSON.stringify({}), href: '/', about: 'x', toldAt: house.now() };
  await database.db
    .insertInto('messages.notice')
    .values({ personId: mila, id: mila, ...about })
    .execute();
  const left = async () => [
    (await database.db.selectFrom('platform.limitHit').select('key').execute()).length,
    (await database.db.selectFrom('messages.notice').select('id').execute()).length,
  ];
  await forgetOld(house);
  expect(await left()).toEqual([1, 1]);
  house.passDays(2);
  await forgetOld(house);
  expect(await left()).toEqual([0, 1]);
  house.passDays(365);
  await forgetOld(house);
  expect(await left()).toEqual([0, 0]);
});

test('no sequence reaches across communities', async () => {
  const { db } = await testDatabase();
  const { rows } = await sql<{ name: string }>`
    select sequence_schema || '.' || sequence_name as name from information_schema.sequences
    where sequence_schema not in ('pgboss', 'public')`.execute(db);
  expect(rows).toEqual([]);
});
