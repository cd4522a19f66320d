import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { listSchema } from './schema-listing.ts';
import { emptyDatabase, testDatabase } from './testing.ts';

const everySort = `
  create schema town;
  create type town.mood as enum ('calm', 'heated');
  create domain town.share as integer check (value between 0 and 100);
  create table town.house (
    id uuid primary key,
    name text not null default 'no name' check (length(name) > 0),
    mood town.mood not null default 'calm',
    share town.share,
    tags text[] not null default '{}',
    built_on date,
    at timestamptz not null default now(),
    unique (name, at)
  );
  create table town.door (house_id uuid references town.house (id) on delete cascade, number integer, primary key (house_id, number));
  create index door_number on town.door (number desc) where number > 3;
  create unique index house_name on town.house (lower(name));
  create view town.public_house as select h.name, count(d.number) as doors
    from town.house h left join town.door d on d.house_id = h.id where h.share > 1 group by h.name;
  create view town.open_house as select name from town.house where mood = 'calm' order by name;
  create function town.keep() returns trigger language plpgsql as $$ begin return old; end $$;
  create trigger house_keeps before delete on town.house for each row execute function town.keep();`;

test('the schema reads the same on every database: db/schema.sql lists what the migrations make', async () => {
  const house = await testDatabase();
  const kept = readFileSync(new URL('../../../db/schema.sql', import.meta.url), 'utf8');
  expect(await listSchema(house.db), 'run: node app/src/platform/database/write-schema.ts').toBe(kept);
});

test('every sort of thing a migration may make is listed, in the same words on every database', async () => {
  const database = await emptyDatabase();
  await sql.raw(everySort).execute(database.db);
  const listing = await listSchema(database.db);
  await database.close();
  expect(listing).toMatchSnapshot();
});
