import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readEnv } from '#env';
import { migrate, readMigrations } from '#platform/database/migrate.ts';
import { emptyDatabase } from '#platform/database/testing.ts';
import { type House, readingContext } from '#platform/house.ts';
import { personTables } from '#platform/person-tables.ts';
import { readWhole } from '#platform/whole/read-whole.ts';
import { allRooms } from '#rooms/all.ts';
import { dataOfPerson } from '#web/person-data.ts';
import { keptDatabases, migrationsOf } from '../../db/kept/kept-databases.ts';
import { startOn } from '../open-house.ts';

let house: House;
const register = allRooms.flatMap(({ tables }) => tables);

/** The demo town as it was kept: half a year of life in every room. */
beforeAll(async () => {
  const kept = keptDatabases().at(-1);
  if (!kept) throw new Error('no database is kept');
  const opened = await emptyDatabase();
  const then = new Set((await migrationsOf(kept)).map(({ name }) => name));
  await migrate(
    opened.db,
    readMigrations().filter(({ name }) => then.has(name)),
  );
  await readWhole(opened, kept.file);
  house = await startOn(opened, readEnv({}));
}, 180_000);
afterAll(() => house.database.close());

const dataOf = (personId: string) =>
  dataOfPerson(
    allRooms,
    readingContext(house, { kind: 'person', personId, roles: new Map() }, house.languages.of('en')),
    personId,
  );
/** Every third of them is enough: together they stand in every room. */
const people = async () =>
  (await house.database.db.selectFrom('people.person').select('id').orderBy('id').execute()).filter(
    (_, at) => at % 3 === 0,
  );

it('gives each person a row from every table in which they stand, unless the register keeps it in the house', async () => {
  const tables = await personTables(house.database.db, register, 'people.person');
  const counted = new Set<string>();
  for (const { id } of await people()) {
    const { rooms } = await dataOf(id);
    for (const table of tables) {
      const [room, name] = table.name.split('.');
      const given = rooms[room]?.[name]?.length ?? 0;
      if (!table.given) expect([table.name, given]).toEqual([table.name, 0]);
      if (table.through.length > 0 || !table.given) continue;
      const theirs = sql.join(
        table.people.map((column) => sql`${sql.id(column)} = ${id}`),
        sql` or `,
      );
      const counting = sql<{ rows: number }>`select count(*) as rows from ${sql.id(room, name)} where ${theirs}`;
      const [{ rows }] = (await counting.execute(house.database.db)).rows;
      expect([table.name, given]).toEqual([table.name, Number(rows)]);
      if (given > 0) counted.add(room);
    }
  }
  expect([...counted].sort()).toEqual(allRooms.map(({ name }) => name).sort());
}, 240_000);

it('names nobody else by their id, opens nothing, and leaves to others what they wrote', async () => {
  const everyone = await people();
  const posts = await house.database.db.selectFrom('forum.post').select(['authorId', 'text']).execute();
  const told = await house.database.db.selectFrom('needs.privateNeed').select(['toldBy', 'words']).execute();
  for (const { id } of everyone) {
    const text = JSON.stringify((await dataOf(id)).rooms);
    for (const other of everyone) if (other.id !== id) expect(text).not.toContain(other.id);
    expect(text).not.toMatch(/Hash"|wayOut|publicKey|credentialId/);
    for (const post of posts)
      expect([id, text.includes(JSON.stringify(post.text))]).toEqual([id, post.authorId === id]);
    for (const one of told) expect([id, text.includes(JSON.stringify(one.words))]).toEqual([id, one.toldBy === id]);
  }
}, 240_000);
