import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { House } from '#platform/house.ts';
import { LOCALES } from '#platform/language/language.ts';
import { Cancelled, type Terminal, type Typed } from './command.ts';
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
    linesOf(socket).once('line', (line) => {
      answer(house, socket, line).catch((error) => {
        if (error instanceof Cancelled) return;
        say(socket, { err: String(error), exit: 1 });
        socket.end();
      });
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

async function answer(house: House, socket: Socket, line: string): Promise<void> {
  const asked: Asked = JSON.parse(line);
  let gone = false;
  socket.once('close', () => {
    gone = true;
  });
  const locale = LOCALES.find((known) => known === asked.locale) ?? 'en';
  const terminal: Terminal = {
    language: house.languages.of(locale),
    folder: asked.folder,
    out: (text) => say(socket, { out: text }),
    err: (text) => say(socket, { err: text }),
    progress: (done, total) => {
      if (gone) throw new Cancelled(asked.command);
      say(socket, { progress: [done, total] });
    },
  };
  say(socket, { exit: await runCommand(house, asked, terminal) });
  socket.end();
}

const say = (socket: Socket, said: Said): void => {
  if (!socket.destroyed) socket.write(`${JSON.stringify(said)}\n`);
};

/** The lines that come in; a reader of lines passes the socket's errors on, and the socket's own listener has them already. */
const linesOf = (socket: Socket) => createInterface({ input: socket }).on('error', () => undefined);

/**
 * Asks a running server; undefined when none listens (a socket left by a crash counts as none). A server that ends before it has
 * answered is said so, with the exit code 1; the command is not tried again, for nobody knows how far it came.
 */
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
    let heard = false;
    socket.on('error', () => undefined);
    socket.once('connect', () => {
      heard = true;
      socket.write(`${JSON.stringify({ ...asked, folder: terminal.folder })}\n`);
    });
    const lines = linesOf(socket).on('line', (line) => {
      const said: Said = JSON.parse(line);
      if (said.out !== undefined) terminal.out(said.out);
      if (said.err !== undefined) terminal.err(said.err);
      if (said.progress) terminal.progress(...said.progress);
      if (said.exit !== undefined) exit = said.exit;
    });
    // The last line may still be on its way when the socket has closed.
    socket.once('close', () => heard || resolve(undefined));
    lines.once('close', () => {
      if (!heard) return;
      if (exit === undefined) terminal.err(terminal.language.say('commands.wrong.server-gone'));
      resolve(exit ?? 1);
    });
  });
}
