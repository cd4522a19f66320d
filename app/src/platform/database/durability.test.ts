import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from './open.ts';
import { pgliteImage } from './test-image.ts';

/** Writes numbers one after the other and says each after the database said it was committed; counts fsyncs meanwhile. */
const writer = `
  import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
  let syncs = 0; const real = fs.fsyncSync;
  fs.fsyncSync = (file) => { syncs += 1; return real(file); }; syncBuiltinESMExports();
  const { openDatabase } = await import(${JSON.stringify(new URL('./open.ts', import.meta.url).href)});
  const { pool } = await openDatabase({ dataDir: process.argv[1] });
  await pool.query('create table if not exists said (n integer)');
  const first = (await pool.query('select coalesce(max(n), 0) as n from said')).rows[0].n;
  const before = syncs;
  for (let n = first + 1; ; n += 1) {
    await pool.query('insert into said values ($1)', [n]);
    console.log(n, syncs - before, n - first);
  }`;

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sofra-durable-'));
  cpSync(await pgliteImage('empty'), join(folder, 'database'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lets the writer write so many numbers, kills it in the middle, and returns its last line. */
async function writeAndKill(count: number): Promise<{ last: number; syncs: number; written: number }> {
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', writer, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((exited) => child.once('exit', exited));
  let said = [0, 0, 0];
  for await (const line of createInterface({ input: child.stdout! })) {
    said = line.split(' ').map(Number);
    if (said[2] === count) child.kill('SIGKILL');
  }
  await gone;
  return { last: said[0], syncs: said[1], written: said[2] };
}

describe('what the embedded database acknowledged is on the disk', { timeout: 90_000 }, () => {
  it('syncs once for every commit at least', async () => {
    const { syncs, written } = await writeAndKill(50);
    expect(written).toBeGreaterThanOrEqual(50);
    expect(syncs).toBeGreaterThanOrEqual(written);
  });

  it('has lost nothing acknowledged after it was killed while writing', async () => {
    const { last } = await writeAndKill(25);
    const database = await openDatabase({ dataDir: folder });
    const { rows } = await sql<{ n: number; most: number }>`select count(*) as n, max(n) as most from said`.execute(
      database.db,
    );
    await database.close();
    expect(rows[0].most).toBeGreaterThanOrEqual(last);
    expect(rows[0].n).toBe(rows[0].most);
    expect(readdirSync(folder)).toEqual(['database']);
  });
});
