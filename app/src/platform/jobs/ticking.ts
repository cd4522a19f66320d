import { PgBoss } from 'pg-boss';
import { deliverAnnouncements } from '../announcements.ts';
import type { House } from '../house.ts';
import { forgetOld } from './forget-old.ts';

const QUEUE = 'tick';
/** What falls due is looked for this often; nothing depends on the exact second. */
const EVERY_SECONDS = 5;

/** Jobs that run: stop them before the database is closed. */
export interface Jobs {
  /** Brings announcements to their listeners soon, without waiting for the next tick. */
  wake(): void;
  stop(): Promise<void>;
}

/**
 * Starts the ticking of this process. However many processes tick, the queue lets one tick run at a time and at most one
 * be asked for in five seconds; a tick lost with its process comes again with the next.
 */
export async function startJobs(house: House): Promise<Jobs> {
  const { pool, kind } = house.database;
  const boss = new PgBoss({
    // Through the pool, so that on the embedded database a job waits its turn behind an open transaction.
    db: { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) },
    ...(kind === 'pglite' ? { backend: 'pglite' as const } : {}),
    schema: 'pgboss',
    schedule: false,
  });
  boss.on('error', (error) => log(house, 'jobs', error));
  await boss.start();
  await boss.createQueue(QUEUE, { policy: 'singleton', expireInSeconds: 300, deleteAfterSeconds: 3600, retryLimit: 0 });
  await boss.work(QUEUE, { pollingIntervalSeconds: 1 }, () => tickOnce(house));
  const ask = () => {
    boss.send(QUEUE, {}, { singletonSeconds: EVERY_SECONDS }).catch((error) => log(house, 'tick', error));
  };
  const timer = setInterval(ask, EVERY_SECONDS * 1000);
  ask();
  const waking = wakeSoon(house);
  return {
    wake: waking.wake,
    stop: async () => {
      clearInterval(timer);
      await waking.stop();
      await boss.stop({ graceful: true, timeout: 5000, close: false });
    },
  };
}

/** One tick: everything announced is heard, everything due is done, what is too old goes. One room's failure does not stop the others. */
export async function tickOnce(house: House): Promise<void> {
  await deliverAnnouncements(house);
  for (const tick of house.rooms.flatMap((room) => room.ticks)) {
    try {
      await tick.run(house);
    } catch (error) {
      log(house, tick.name, error);
    }
  }
  await forgetOld(house).catch((error) => log(house, 'forget-old', error));
}

function wakeSoon(house: House): { wake(): void; stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const deliver = () => {
    timer = undefined;
    running = running.then(() => deliverAnnouncements(house)).catch((error) => log(house, 'announcements', error));
  };
  return {
    wake: () => {
      timer ??= setTimeout(deliver, 50);
    },
    stop: async () => {
      clearTimeout(timer);
      await running;
    },
  };
}

const log = (house: House, what: string, error: unknown): void =>
  console.error(
    JSON.stringify({
      at: house.now(),
      what,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
  );
