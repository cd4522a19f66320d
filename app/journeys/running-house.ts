import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const start = join(import.meta.dirname, '../../scripts/start.mjs');
const PATIENCE_MS = 240_000;

/** A served house of its own: the built app, a free port, a fresh data folder that goes with it. */
export interface RunningHouse {
  readonly origin: string;
  readonly dataDir: string;
  readonly pid: number;
  /** What `/health` answered, one after the other, until it said yes. */
  readonly healthSeen: readonly number[];
  /** What it has printed so far. */
  output(): string;
  /** Asks it to end as Ctrl-C does, removes its data unless the folder was given, and returns its exit code. */
  stop(): Promise<number | null>;
}

/** Starts a house as `npm start` does and waits until `/health` says yes. Throws with its words when it ends before. */
export async function startHouse(settings: Readonly<Record<string, string>> = {}): Promise<RunningHouse> {
  const own = mkdtempSync(join(tmpdir(), 'sofra-journey-'));
  const dataDir = settings.DATA_DIR ?? own;
  const port = settings.PORT ?? String(await freePort());
  const child = spawn(process.execPath, [start], {
    env: { ...surroundings(), NODE_ENV: 'production', DATA_DIR: dataDir, PORT: port, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      words += chunk;
    });
  }
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const healthSeen: number[] = [];
  const house: RunningHouse = {
    healthSeen,
    origin: `http://localhost:${port}`,
    dataDir,
    pid: child.pid ?? 0,
    output: () => words,
    stop: async () => {
      child.kill('SIGINT');
      const code = await gone;
      process.removeListener('exit', kill);
      rmSync(own, { recursive: true, force: true });
      return code;
    },
  };
  const ended = gone.then((code) => Promise.reject(new Error(`the house ended with ${code}:\n${words}`)));
  await Promise.race([ended, untilHealthy(house, healthSeen)]);
  ended.catch(() => undefined);
  return house;
}

/** Never the settings of a house somebody runs on this machine: a journey must not walk into a real database. */
const surroundings = (): NodeJS.ProcessEnv =>
  Object.fromEntries(['PATH', 'HOME', 'TMPDIR', 'LANG'].map((name) => [name, process.env[name]]));

async function untilHealthy(house: RunningHouse, healthSeen: number[]): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const answer = await fetch(`${house.origin}/health`).catch(() => undefined);
    if (answer) healthSeen.push(answer.status);
    if (answer?.status === 200) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  await house.stop();
  throw new Error(`the house was not ready after ${PATIENCE_MS / 1000} s:\n${house.output()}`);
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
