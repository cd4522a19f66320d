/**
 * What the house costs, in one run on one machine: `npm run bench`, or `npm run bench -- --quick` to see that it works;
 * `--only gathering` measures a thematic event under load, `--only pages` the rest.
 */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { startHouse } from '../journeys/running-house.ts';
import { memoryOf } from './cpu.ts';
import { weighFirstViews } from './first-view.ts';
import { measureGathering } from './gathering.ts';
import { type Ground, onPglite, onPostgres } from './kinds.ts';
import { load } from './load.ts';
import { headersFor, type Measured, measurePages } from './pages.ts';
import { signIn } from './sign-in.ts';
import { printTable } from './table.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, only: { type: 'string' } } });
const effort = values.quick ? { most: 400, seconds: 3 } : { most: 3000, seconds: 12 };
const LOADED_SECONDS = values.quick ? 10 : 60;
const MB = 1_000_000;
const HALL = values.quick ? { phones: 200, perSecond: 50, seconds: 10 } : { phones: 2000, perSecond: 200, seconds: 60 };

console.log(
  `\n${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores, Node ${process.versions.node}, load of the machine before ${loadavg()[0].toFixed(1)}\n`,
);
const rest: (string | number)[][] = [];
if (values.only !== 'gathering') await measureBoth();
if (values.only !== 'pages') await measureGathering(HALL);

async function measureBoth(): Promise<void> {
  for (const prepare of [onPglite, () => onPostgres()]) {
    const ground = await prepare();
    if (!ground) continue;
    try {
      await measure(ground);
    } finally {
      ground.close();
    }
  }
  console.log();
  printTable(['once', 'restart, s', 'memory idle, MB', `after ${LOADED_SECONDS} s of load, MB`], rest);
}

async function measure(ground: Ground): Promise<void> {
  const began = performance.now();
  const house = await startHouse(ground.settings);
  const restart = (performance.now() - began) / 1000;
  try {
    const seat = await signIn(house.origin, 'nikola@example.org');
    const idle = memoryOf(house.pid) / MB;
    const rows: Measured[] = [];
    await measurePages({ ground, house, seat }, effort, (row) => rows.push(row));
    printPages(ground.name, rows);
    await loadAll(ground, { port: Number(new URL(house.origin).port), seat });
    rest.push([ground.name, restart, idle, memoryOf(house.pid) / MB]);
    if (rest.length === 1) await weighFirstViews(house.origin, ground.pages);
  } finally {
    await house.stop();
  }
}

function printPages(name: string, rows: readonly Measured[]): void {
  const head = [
    'page',
    'reader',
    'kB sent',
    'CPU ms web',
    'database',
    'both',
    'per second',
    'p99 ms',
    'bare server',
    'of bare',
  ];
  console.log(`\n${name}, 16 connections\n`);
  printTable(
    head,
    rows.map((row) => [
      row.page,
      row.reader,
      row.bytes / 1000,
      row.webMs,
      row.databaseMs,
      row.webMs + row.databaseMs,
      row.perSecond,
      row.p99,
      row.bare,
      `${Math.round((100 * row.perSecond) / row.bare)} %`,
    ]),
  );
}

/** Every page, signed in and not, for a minute: what the memory has to hold. */
async function loadAll(ground: Ground, { port, seat }: { port: number; seat: string }): Promise<void> {
  const kinds = ground.pages.flatMap(({ path }) => ['past=cache', seat].map((cookie) => ({ path, cookie })));
  const bounds = { connections: 3, most: Number.POSITIVE_INFINITY, seconds: LOADED_SECONDS };
  await Promise.all(kinds.map(({ path, cookie }) => load({ port, path, headers: headersFor(cookie) }, bounds)));
}
