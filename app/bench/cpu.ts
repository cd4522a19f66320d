import { readdirSync, readFileSync } from 'node:fs';

/** The kernel counts CPU time in hundredths of a second on every Linux of today. */
const TICK_MS = 10;

/** What one process says of itself in /proc; undefined when it is gone. */
interface Stat {
  readonly parent: number;
  readonly ownMs: number;
  /** Of children that have ended. */
  readonly endedMs: number;
}

function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces: fields are counted after it.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = (...at: number[]) => at.reduce((sum, index) => sum + Number(fields[index]), 0) * TICK_MS;
    return { parent: Number(fields[1]), ownMs: ticks(11, 12), endedMs: ticks(13, 14) };
  } catch {
    return undefined;
  }
}

/** CPU milliseconds a process has used since it began, all its threads included. */
export const cpuOf = (pid: number): number => statOf(pid)?.ownMs ?? 0;

/** CPU milliseconds of a process and all its direct children, ended ones included: a PostgreSQL with its backends. */
export function cpuOfFamily(pid: number): number {
  const own = statOf(pid);
  if (!own) return 0;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const children = pids.map((name) => statOf(Number(name))).filter((stat) => stat?.parent === pid);
  return own.ownMs + own.endedMs + children.reduce((sum, child) => sum + (child?.ownMs ?? 0), 0);
}

/** The parent of a process. */
export const parentOf = (pid: number): number => statOf(pid)?.parent ?? 0;

/** Resident memory of a process, in bytes. */
export function memoryOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}
