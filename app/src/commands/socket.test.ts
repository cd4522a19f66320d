import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testDatabase } from '#platform/database/testing.ts';
import { testHouse } from '#platform/testing-house.ts';
import { allRooms } from '#rooms/all.ts';
import { testVillage } from '#rooms/communities/server/testing.ts';
import type { Terminal } from './command.ts';
import { askServer, listenForCommands, socketPath } from './socket.ts';

function terminalOf(house: ReturnType<typeof testHouse>) {
  const said = { out: [] as string[], err: [] as string[] };
  const terminal: Terminal = {
    language: house.languages.of('en'),
    folder: tmpdir(),
    out: (line) => said.out.push(line),
    err: (line) => said.err.push(line),
    progress: () => undefined,
  };
  return { said, terminal };
}

test('a command works through the running server, with its words and its exit code', async () => {
  const house = testHouse(await testDatabase(), []);
  const folder = mkdtempSync(join(tmpdir(), 'sofra-socket-'));
  const stop = await listenForCommands(house, folder);
  const { said, terminal } = terminalOf(house);
  const ask = (command: string, words: string[], options = {}) =>
    askServer(folder, { command, typed: { words, options }, locale: 'en' }, terminal);
  expect(await ask('doctor', [], { json: true })).toBe(0);
  expect(JSON.parse(said.out[0])).toMatchObject({ demo: true, pending: [] });
  expect(await ask('export', [])).toBe(2);
  expect(said.err).toEqual(['Name a file.']);
  expect(await ask('import', ['pabulib', '/nowhere.pb'], { community: 'x' })).toBe(2);
  await stop();
});

test('where no server listens, the command is told so and opens the house itself', async () => {
  const house = testHouse(await testDatabase(), []);
  const folder = mkdtempSync(join(tmpdir(), 'sofra-socket-'));
  const { terminal } = terminalOf(house);
  const asked = { command: 'doctor', typed: { words: [], options: {} }, locale: 'en' };
  expect(await askServer(folder, asked, terminal)).toBeUndefined();
  expect(socketPath(folder)).toContain('sofra.sock');
});

test('a socket left by a server that was killed counts as none', async () => {
  const house = testHouse(await testDatabase(), []);
  const folder = mkdtempSync(join(tmpdir(), 'sofra-socket-'));
  const path = JSON.stringify(socketPath(folder));
  const killed = `require('node:net').createServer().listen(${path}, () => process.kill(process.pid, 'SIGKILL'))`;
  spawnSync(process.execPath, ['-e', killed]);
  const { terminal } = terminalOf(house);
  const asked = { command: 'doctor', typed: { words: [], options: {} }, locale: 'en' };
  expect(await askServer(folder, asked, terminal)).toBeUndefined();
});

test('a server that ends before it answers is said so, and the command is not tried again', async () => {
  const house = testHouse(await testDatabase(), []);
  const folder = mkdtempSync(join(tmpdir(), 'sofra-socket-'));
  const server = createServer((socket) => socket.once('data', () => socket.destroy()));
  await new Promise<void>((resolve) => server.listen(socketPath(folder), resolve));
  const { said, terminal } = terminalOf(house);
  const asked = { command: 'doctor', typed: { words: [], options: {} }, locale: 'en' };
  expect(await askServer(folder, asked, terminal)).toBe(1);
  expect(said.err).toEqual([
    'The server ended before it had answered. What it does is all or nothing: look whether it is there, then try again.',
  ]);
  server.close();
});

test('Ctrl-C while the server imports stops it there, and leaves nothing', { timeout: 120_000 }, async () => {
  const village = await testVillage();
  await village.found(await village.person('Mira'), 'lipovac');
  const { db } = village.house.database;
  const folder = mkdtempSync(join(tmpdir(), 'sofra-socket-'));
  const stop = await listenForCommands({ ...village.house, rooms: allRooms }, folder);
  const list = join(folder, 'needs.csv');
  const many = 8_000;
  writeFileSync(list, ['title', ...Array.from({ length: many }, (_, at) => `Voda u zaseoku ${at}`)].join('\n'));
  const sofra = join(import.meta.dirname, '../sofra.ts');
  const words = ['import', 'needs', list, '--community', 'lipovac', '--yes'];
  const typed = spawn(process.execPath, [sofra, ...words], { env: { ...process.env, DATA_DIR: folder } });
  const ended = new Promise((resolve) => typed.once('exit', (_, signal) => resolve(signal)));
  const count = async (table: 'needs.need' | 'needs.importList') =>
    Number(
      (
        await db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    );
  await expect.poll(() => count('needs.need'), { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
  typed.kill('SIGINT');
  expect(await ended).toBe('SIGINT');
  await expect.poll(() => count('needs.importList'), { timeout: 60_000, interval: 50 }).toBe(0);
  expect(await count('needs.need')).toBe(0);
  await stop();
});
