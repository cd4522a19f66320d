import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** How often the holder touches its lock, and how long a silent holder on another machine counts as alive. */
const BEAT_MS = 5_000;
const SILENT_MS = 30_000;

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When that process began, as the system counts it; tells a reused process number from the old one. */
  readonly began: string;
}

/** Another living process holds the folder. The message is one line for the person who started the second one. */
class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Takes the folder for this process and returns how to let it go. Throws FolderInUse when another living process has it;
 * the lock of a process that is gone is taken over. A lock from another machine (a container's) counts while it is touched.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'sofra.lock');
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), began: beganAt(process.pid) } satisfies Holder);
  if (!create(path, mine)) {
    moveStaleAway(path, folder);
    if (!create(path, mine)) throw inUse(folder, read(path));
  }
  const beat = setInterval(() => touch(path), BEAT_MS);
  beat.unref();
  const release = () => {
    clearInterval(beat);
    process.removeListener('exit', release);
    if (read(path) === mine) rmSync(path, { force: true });
  };
  process.on('exit', release);
  return release;
}

function create(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600, flush: true });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function moveStaleAway(path: string, folder: string): void {
  const found = read(path);
  if (found && isAlive(found, path)) throw inUse(folder, found);
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  // Between reading and moving another process may have taken the folder: give its lock back.
  const moved = read(aside);
  if (moved !== found && moved && !existsSync(path)) linkSync(aside, path);
  rmSync(aside, { force: true });
}

function isAlive(text: string, path: string): boolean {
  const holder = parse(text);
  if (!holder) return false;
  if (holder.host !== hostname()) return Date.now() - statSync(path).mtimeMs < SILENT_MS;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return beganAt(holder.pid) === holder.began;
}

/** Field 22 of the process's line; empty where the system keeps no such file, then the number alone decides. */
function beganAt(pid: number): string {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function parse(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // The folder was removed under us; there is nothing left to hold.
  }
}

function inUse(folder: string, text: string | undefined): FolderInUse {
  const pid = text ? parse(text)?.pid : undefined;
  return new FolderInUse(
    `The data folder ${folder} is in use by another running Sofra${pid ? ` (process ${pid})` : ''}; stop it first.`,
  );
}
