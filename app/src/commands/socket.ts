import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { House } from '#platform/house.ts';
import { LOCALES } from '#platform/language/language.ts';
import type { Terminal, Typed } from './command.ts';
import { runCommand } from './run-command.ts';

/** Where a running server listens for commands. */
export const socketPath = (dataDir: string): string => join(dataDir, 'sofra.sock');

interface Asked {
  readonly command: string;
  readonly typed: Typed;
  readonly folder: string;
  readonly locale: string;
}

interface Said {
  readonly out?: string;
  readonly err?: string;
  readonly progress?: readonly [number, number];
  readonly exit?: number;
}

/** Lets `sofra` commands work while this process holds the database; only the owner of the data folder may knock. */
export async function listenForCommands(house: House, dataDir: string): Promise<() => Promise<void>> {
  // On PostgreSQL nothing else needs the folder.
  mkdirSync(dataDir, { recursive: true });
  const path = socketPath(dataDir);
  rmSync(path, { force: true });
  const server = createServer((socket) => {
    createInterface({ input: socket }).once('line', (line) => {
      answer(house, socket, JSON.parse(line)).catch((error) => say(socket, { err: String(error), exit: 1 }));
    });
    socket.on('error', () => undefined);
  });
  const mask = process.umask(0o177);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  process.umask(mask);
  return () => new Promise((resolve) => server.close(() => resolve()));
}

async function answer(house: House, socket: Socket, asked: Asked): Promise<void> {
  const locale = LOCALES.find((known) => known === asked.locale) ?? 'en';
  const terminal: Terminal = {
    language: house.languages.of(locale),
    folder: asked.folder,
    out: (text) => say(socket, { out: text }),
    err: (text) => say(socket, { err: text }),
    progress: (done, total) => say(socket, { progress: [done, total] }),
  };
  say(socket, { exit: await runCommand(house, asked, terminal) });
  socket.end();
}

const say = (socket: Socket, said: Said): void => {
  if (!socket.destroyed) socket.write(`${JSON.stringify(said)}\n`);
};

/** Asks a running server; undefined when none listens (a socket left by a crash counts as none). */
export function askServer(
  dataDir: string,
  asked: Omit<Asked, 'folder'>,
  terminal: Terminal,
): Promise<number | undefined> {
  const path = socketPath(dataDir);
  if (!existsSync(path)) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const socket = connect(path);
    let exit: number | undefined;
    socket.once('error', () => resolve(undefined));
    socket.once('connect', () => socket.write(`${JSON.stringify({ ...asked, folder: terminal.folder })}\n`));
    createInterface({ input: socket }).on('line', (line) => {
      const said: Said = JSON.parse(line);
      if (said.out !== undefined) terminal.out(said.out);
      if (said.err !== undefined) terminal.err(said.err);
      if (said.progress) terminal.progress(...said.progress);
      if (said.exit !== undefined) exit = said.exit;
    });
    socket.once('close', () => resolve(exit ?? 1));
  });
}
