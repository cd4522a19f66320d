import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database/testing.ts';
import { newTimeId } from '../ids.ts';
import { readWhole } from './read-whole.ts';
import { writeWhole } from './write-whole.ts';

let database: TestDatabase;
const file = join(mkdtempSync(join(tmpdir(), 'sofra-whole-')), 'house.gz');
const now = new Date('2026-05-01T10:00:00Z');

beforeEach(async () => {
  database = await testDatabase();
});

/** More rows than one batch, a file of bytes, names in three scripts. */
async function fill(): Promise<void> {
  for (let at = 0; at < 1200; at += 1)
    await sql`insert into platform.setting (key, value, set_at) values (${`k${at}`}, ${`Чесма "đ" ${at}\n`}, ${now})`.execute(
      database.db,
    );
  await sql`insert into platform.file (community_id, hash, media_type, bytes, stored_at)
    values (${newTimeId(now)}, ${'a'.repeat(64)}, 'image/webp', ${Buffer.from([0, 255, 10])}, ${now})`.execute(
    database.db,
  );
}

const everything = async () => {
  const settings = await sql<{
    row: string;
  }>`select row_to_json(s)::text as row from platform.setting s order by key`.execute(database.db);
  const files = await sql<{ row: string }>`select row_to_json(f)::text as row from platform.file f`.execute(
    database.db,
  );
  return [...settings.rows, ...files.rows].map(({ row }) => row);
};

test('a whole house comes back from its file as it was', async () => {
  await fill();
  const before = await everything();
  const written = await writeWhole(database, file);
  expect(written.rows).toBe(1201);
  await database.truncate();
  expect((await readWhole(database, file)).rows).toBe(1201);
  expect(await everything()).toEqual(before);
}, 120_000);

test('a file that is cut off, or another format, leaves the database as it was', async () => {
  await fill();
  await writeWhole(database, file);
  const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
  await database.truncate();
  const broken = `${file}.broken`;
  writeFileSync(broken, gzipSync(`${lines.slice(0, -1).join('\n')}\n`));
  await expect(readWhole(database, broken)).rejects.toThrow('whole-cut-off');
  writeFileSync(broken, gzipSync(`${JSON.stringify({ format: 'other' })}\n`));
  await expect(readWhole(database, broken)).rejects.toThrow('whole-other-format');
  const newer = lines[0].replace('"migrations":[', '"migrations":[{"name":"9999-later.sql","hash":"x"},');
  writeFileSync(broken, gzipSync(`${[newer, ...lines.slice(1)].join('\n')}\n`));
  await expect(readWhole(database, broken)).rejects.toThrow('whole-newer');
  expect(await everything()).toEqual([]);
}, 120_000);

test('foreign keys and rules are back after reading', async () => {
  await writeWhole(database, file);
  await readWhole(database, file);
  const orphan = sql`insert into people.erasure (person_id, erased_at) values (${newTimeId(now)}, ${now})`;
  await expect(orphan.execute(database.db)).rejects.toThrow('foreign key');
}, 120_000);

test('a house where people live takes no file', async () => {
  await writeWhole(database, file);
  await sql`insert into people.person (id, name, locale, came_at) values (${newTimeId(now)}, 'Mira', 'en', ${now})`.execute(
    database.db,
  );
  await expect(readWhole(database, file)).rejects.toThrow('whole-not-empty');
}, 120_000);
