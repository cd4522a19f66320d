/** A thematic event under load, on PostgreSQL: `npm run bench -- --only gathering`. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { startHouse } from '../journeys/running-house.ts';
import { cpuOf, memoryOf } from './cpu.ts';
import type { Hall, HallSays } from './gathering-client.ts';
import { type Ground, onPostgres } from './kinds.ts';
import { printTable } from './table.ts';

const MB = 1_000_000;

/** How big the hall is, and for how long. */
export interface Size {
  readonly phones: number;
  readonly perSecond: number;
  readonly seconds: number;
}

/** Measures it and prints what came of it. Throws when something was lost or counted twice. */
export async function measureGathering(size: Size): Promise<void> {
  const ground = await onPostgres({ durable: true });
  if (!ground) return;
  try {
    await measureOn(ground, await callEvent(ground), size);
  } finally {
    ground.close();
  }
}

/** Measures one event of a filled house. */
export async function measureOn(ground: Ground, event: Called, size: Size): Promise<void> {
  const house = await startHouse({ ...ground.settings, TRUSTED_PROXY: 'yes' });
  try {
    const hall: Hall = { port: Number(new URL(house.origin).port), ...event, ...size };
    await measure(ground, { pid: house.pid, hall, gatheringId: event.gatheringId });
  } finally {
    await house.stop();
  }
}

/** The event that is measured. */
interface Called {
  readonly slug: string;
  readonly number: number;
  readonly gatheringId: string;
  readonly questions: number;
}

async function measure(
  ground: Ground,
  { pid, hall, gatheringId }: { readonly pid: number; readonly hall: Hall; readonly gatheringId: string },
): Promise<void> {
  const idle = memoryOf(pid);
  const client = fork(join(import.meta.dirname, 'gathering-client.ts'), { execArgv: ['--no-warnings'] });
  client.send(hall);
  await once(client, 'message');
  const open = memoryOf(pid);
  const before = {
    web: cpuOf(pid),
    database: ground.databaseCpu(),
    hall: cpuOf(client.pid ?? 0),
    at: performance.now(),
  };
  let most = open;
  const watching = setInterval(() => {
    most = Math.max(most, memoryOf(pid));
  }, 500);
  client.send('begin');
  const [says]: HallSays[] = await once(client, 'message');
  clearInterval(watching);
  const seconds = (performance.now() - before.at) / 1000;
  const cores = (now: number, then: number) => (now - then) / 1000 / seconds;
  client.disconnect();
  const kept = await countKept(ground.settings.DATABASE_URL ?? '', gatheringId);
  const used = [
    cores(cpuOf(pid), before.web),
    cores(ground.databaseCpu(), before.database),
    cores(cpuOf(client.pid ?? 0), before.hall),
  ];
  printMeasured(hall, says, { kept, used, memory: [idle, open, most] });
  const wrong = kept.questions - hall.questions !== says.asked || kept.supports !== says.supported;
  if (wrong || says.behind > 0) throw new Error('something was lost or counted twice');
}

/** What a hall cost: in the order of the words beside it. */
interface Measured {
  readonly kept: Kept;
  readonly used: readonly number[];
  readonly memory: readonly number[];
}

function printMeasured(hall: Hall, says: HallSays, { kept, used, memory }: Measured): void {
  console.log(
    `\nOne event, ${hall.phones} phones, ${hall.perSecond} questions and "me too" a second for ${hall.seconds} s\n`,
  );
  printTable(
    ['measure', 'value'],
    [
      ['all phones open after, s', says.openedMs / 1000],
      ['questions asked · kept', `${says.asked} · ${kept.questions - hall.questions}`],
      ['"me too" said · kept', `${says.supported} · ${kept.supports}`],
      ['said twice on purpose, counted once', says.repeated],
      ['refused or lost', says.refused],
      ['answer, p50 · p99, ms', `${Math.round(says.answerP50)} · ${Math.round(says.answerP99)}`],
      [
        'on a screen after pressing, p50 · p99 · worst, ms',
        [says.screenP50, says.screenP99, says.screenWorst].map(Math.round).join(' · '),
      ],
      ['screens that lack something in the end', says.behind],
      ['lines lost', says.lost],
      ['messages · MB over the wire', `${says.messages} · ${(says.kilobytes / 1000).toFixed(1)}`],
      ['cores used: web · database · the hall itself', used.map((each) => each.toFixed(2)).join(' · ')],
      [
        'memory of the web process: idle · all phones open · most, MB',
        memory.map((each) => Math.round(each / MB)).join(' · '),
      ],
    ],
  );
}

/** What the database holds in the end. */
interface Kept {
  readonly questions: number;
  readonly supports: number;
}

async function countKept(url: string, gatheringId: string): Promise<Kept> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const count = async (table: string) => {
    const { rows } = await client.query(
      `select count(*)::integer as n from gatherings.${table} where gathering_id = $1`,
      [gatheringId],
    );
    return Number(rows[0].n);
  };
  const kept = { questions: await count('question'), supports: await count('question_support') };
  await client.end();
  return kept;
}

async function callEvent(ground: Ground): Promise<Called> {
  const child = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'gathering-fill.ts')], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...ground.settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of child.stdout) said += chunk;
  return JSON.parse(said.trim().split('\n').at(-1) ?? '');
}
