import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Migration, migrate, pendingMigrations, readMigrations } from './migrate.ts';
import type { Database } from './open.ts';
import { emptyDatabase } from './testing.ts';

const file = (name: string, text: string, hash = text): Migration => ({ name, text, hash });
const garden = file('0001-garden.sql', 'create schema garden; create table garden.bed (id integer primary key);');
const tree = file('0002-tree.sql', 'create table garden.tree (id integer primary key);');

const inFolder = (name: string, text: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sofra-migrations-'));
  writeFileSync(join(folder, name), text);
  return folder;
};

/** What a starting process does, in a process of its own. */
const starter = `
  const here = ${JSON.stringify(new URL('.', import.meta.url).href)};
  Promise.all([import(here + 'open.ts'), import(here + 'migrate.ts')]).then(async ([{ openDatabase }, { migrate, readMigrations }]) => {
    const [databaseUrl, folder] = process.argv.slice(1);
    const { db, close } = await openDatabase({ dataDir: '', databaseUrl });
    console.log(JSON.stringify(await migrate(db, readMigrations(folder))));
    await close();
  });`;

let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.close());

describe('a database is brought up to its version', () => {
  it('waits for every file at first', async () => {
    expect(await pendingMigrations(database.db, [garden, tree])).toEqual(['0001-garden.sql', '0002-tree.sql']);
  });

  it('runs each file once, in the order of names, though two start at the same time', async () => {
    const ran = await Promise.all([migrate(database.db, [garden, tree]), migrate(database.db, [garden, tree])]);
    expect(ran.flat()).toEqual(['0001-garden.sql', '0002-tree.sql']);
    expect(await pendingMigrations(database.db, [garden, tree])).toEqual([]);
  });

  it('refuses a file that changed after it ran', async () => {
    const changed = file(garden.name, `${garden.text} -- and more`);
    await expect(migrate(database.db, [changed, tree])).rejects.toThrow('0001-garden.sql changed after it ran here');
  });

  it('refuses a database of a newer version', async () => {
    await expect(migrate(database.db, [garden])).rejects.toThrow('0002-tree.sql by a newer version');
  });

  it('leaves nothing of a file that fails, and names its line', async () => {
    const broken = file(
      '0003-broken.sql',
      'create table garden.pond (id integer);\ncreate table garden.pond (id integer);',
    );
    await expect(migrate(database.db, [garden, tree, broken])).rejects.toThrow('0003-broken.sql');
    const typo = file('0003-broken.sql', 'create table garden.pond (id integer);\n\nselect nothing from nowhere;');
    await expect(migrate(database.db, [garden, tree, typo])).rejects.toThrow('0003-broken.sql:3');
    const { rows } = await sql`select to_regclass('garden.pond') as pond`.execute(database.db);
    expect(rows).toEqual([{ pond: null }]);
    expect(await pendingMigrations(database.db, [garden, tree, typo])).toEqual(['0003-broken.sql']);
  });

  it('hashes a file the same wherever its lines end', () => {
    const [unix, windows] = ['select 1;\nselect 2;\n', 'select 1;\r\nselect 2;\r\n'].map((text) =>
      inFolder('0001-a.sql', text),
    );
    expect(readMigrations(windows)).toEqual(readMigrations(unix));
    for (const folder of [unix, windows]) rmSync(folder, { recursive: true });
  });

  it('is brought up once by two processes that start at the same time', async ({ skip }) => {
    if (database.kind === 'pglite') skip('the folder lock lets only one process in');
    const folder = inFolder(
      '0001-slow.sql',
      'select pg_sleep(0.5); create schema slow; create table slow.bed (id integer);',
    );
    const fresh = await emptyDatabase();
    const starts = [1, 2].map(() =>
      promisify(execFile)(process.execPath, ['-e', starter, fresh.directUrl ?? '', folder]),
    );
    const ran = (await Promise.all(starts)).map(({ stdout }) => JSON.parse(stdout));
    expect(ran.flat()).toEqual(['0001-slow.sql']);
    await fresh.close();
    rmSync(folder, { recursive: true });
  });
});
