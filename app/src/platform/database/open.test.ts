import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromPglite } from './embedded.ts';
import type { Database } from './open.ts';
import { openFleeting } from './pglite.ts';
import { pgliteImage } from './test-image.ts';
import { emptyDatabase } from './testing.ts';

let database: Database;
beforeAll(async () => {
  database = await emptyDatabase();
  await sql.raw('create table note (id integer primary key, said_at timestamptz, facts jsonb)').execute(database.db);
});
afterAll(() => database.close());

const only = async (query: ReturnType<typeof sql>) => (await query.execute(database.db)).rows[0];
const heardWithin = async (ms: number, heard: readonly string[], count: number) => {
  for (let waited = 0; heard.length < count && waited < ms; waited += 10)
    await new Promise((done) => setTimeout(done, 10));
  return heard;
};

describe('values come out the same on both databases', () => {
  it('reads counts as numbers and what would lose digits as text', async () => {
    expect(await only(sql`select count(*) as n, 9007199254740993::int8 as big from note`)).toEqual({
      n: 0,
      big: '9007199254740993',
    });
    expect(await only(sql`select array[1, 2]::int8[] as numbers`)).toEqual({ numbers: [1, 2] });
  });

  it('reads a day as a day and a moment as a moment', async () => {
    const row = await only(
      sql`select '2026-03-01'::date as day, '2026-03-01T12:00:00Z'::timestamptz as moment, array['2026-03-01'::date] as days`,
    );
    expect(row).toEqual({ day: '2026-03-01', moment: new Date('2026-03-01T12:00:00Z'), days: ['2026-03-01'] });
  });

  it('renames columns and leaves the keys of JSON values alone', async () => {
    await sql`insert into note values (1, now(), '{"first_word": "да"}')`.execute(database.db);
    expect(await only(sql`select facts, said_at is null as never_said from note`)).toEqual({
      facts: { first_word: 'да' },
      neverSaid: false,
    });
  });
});

describe('listening', () => {
  it('hears what was said in a transaction after it committed, and nothing of one that was rolled back', async () => {
    const heard: string[] = [];
    const stop = await database.listen('town square', (payload) => heard.push(payload));
    const say = (text: string) => sql`select pg_notify('town square', ${text})`;
    await expect(
      database.db.transaction().execute(async (transaction) => {
        await say('never').execute(transaction);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow();
    await database.db.transaction().execute((transaction) => say('hello').execute(transaction));
    expect(await heardWithin(2000, heard, 1)).toEqual(['hello']);
    await stop();
    await say('anyone?').execute(database.db);
    expect(await heardWithin(100, heard, 2)).toEqual(['hello']);
  });

  it('stops only the listener that was stopped', async () => {
    const heard: string[] = [];
    const ear = (payload: string) => heard.push(payload);
    const stop = await database.listen('square', ear);
    const stopOther = await database.listen('square', ear);
    await stop();
    await sql`select pg_notify('square', 'once')`.execute(database.db);
    expect(await heardWithin(2000, heard, 1)).toEqual(['once']);
    await stopOther();
  });

  it('takes a lost line up again, saying that something may have been missed', async ({ skip }) => {
    if (database.kind === 'pglite') skip('the embedded database has no line to lose');
    const heard: string[] = [];
    const missed: string[] = [];
    await database.listen(
      'square',
      (payload) => heard.push(payload),
      () => missed.push('something'),
    );
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sofra listening' and datname = current_database()`.execute(
      database.db,
    );
    expect(await heardWithin(5000, missed, 2)).toHaveLength(2);
    await sql`select pg_notify('square', 'again')`.execute(database.db);
    expect(await heardWithin(2000, heard, 1)).toEqual(['again']);
  });
});

describe('one connection', () => {
  it('gives an error to who asks the plain database inside an open transaction, and serves the next one', async ({
    skip,
  }) => {
    if (database.kind === 'postgres') skip('PostgreSQL has other connections');
    const folder = mkdtempSync(join(tmpdir(), 'sofra-one-'));
    cpSync(await pgliteImage('empty'), folder, { recursive: true });
    const house = fromPglite(await openFleeting(folder), () => rmSync(folder, { recursive: true }), 200);
    const asks = house.db.transaction().execute(async (transaction) => {
      await sql`create table half_done (id integer)`.execute(transaction);
      return sql`select 1`.execute(house.db);
    });
    await expect(asks).rejects.toThrow('timeout exceeded when trying to connect');
    const { rows } = await sql`select to_regclass('half_done') as done`.execute(house.db);
    expect(rows).toEqual([{ done: null }]);
    await house.close();
  });
});
