import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testDatabase } from '#platform/database/testing.ts';
import { testHouse } from '#platform/testing-house.ts';
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
