import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { RunningHouse } from '../journeys/running-house.ts';
import type { Bytes } from './bare.ts';
import { cpuOf } from './cpu.ts';
import type { Ground } from './kinds.ts';
import { type Bounds, load } from './load.ts';

const CONNECTIONS = 16;

/** How long each page is asked for. */
export interface Effort {
  readonly most: number;
  readonly seconds: number;
}

/** One page as one reader, measured. */
export interface Measured {
  readonly page: string;
  readonly reader: string;
  readonly bytes: number;
  readonly webMs: number;
  readonly databaseMs: number;
  readonly perSecond: number;
  readonly p99: number;
  /** A bare server's rate with the same bytes. */
  readonly bare: number;
}

/** Any cookie but those of reading passes the cache by. */
const readersOf = (seat: string) => [
  { reader: 'anyone, from the cache', cookie: '' },
  { reader: 'anyone, past the cache', cookie: 'past=cache' },
  { reader: 'a member, signed in', cookie: seat },
];

/** Measures each page as each reader, and beside each a bare server that sends the same bytes. */
export async function measurePages(
  { ground, house, seat }: { ground: Ground; house: RunningHouse; seat: string },
  effort: Effort,
  each: (row: Measured) => void,
): Promise<void> {
  for (const page of ground.pages)
    for (const { reader, cookie } of readersOf(seat)) {
      const headers = headersFor(cookie);
      const target = { port: Number(new URL(house.origin).port), path: page.path, headers };
      const bounds: Bounds = { connections: CONNECTIONS, ...effort };
      const bytes = await bytesOf(house.origin + page.path, headers);
      await load(target, { connections: CONNECTIONS, most: effort.most / 4, seconds: effort.seconds });
      const before = { web: cpuOf(house.pid), database: ground.databaseCpu() };
      const { requests, perSecond, p99 } = await load(target, cookie ? bounds : { ...bounds, most: effort.most * 8 });
      const webMs = (cpuOf(house.pid) - before.web) / requests;
      const databaseMs = (ground.databaseCpu() - before.database) / requests;
      const bare = await bareRate(bytes, { ...target }, { ...bounds, most: effort.most * 8 });
      const size = Buffer.byteLength(bytes.body, 'base64');
      each({ page: page.name, reader, bytes: size, webMs, databaseMs, perSecond, p99, bare });
    }
}

/** What a browser sends that matters here. */
export const headersFor = (cookie: string): Record<string, string> => ({
  accept: 'text/html',
  'accept-language': 'sr',
  'accept-encoding': 'gzip, deflate, br, zstd',
  ...(cookie ? { cookie } : {}),
});

/** An answer exactly as it went over the wire: fetch would unpack it. */
async function bytesOf(url: string, headers: Record<string, string>): Promise<Bytes> {
  const { request } = await import('node:http');
  const asking = request(url, { headers });
  asking.end();
  const [answer] = await once(asking, 'response');
  const chunks: Buffer[] = await answer.toArray();
  const sent = Object.entries(answer.headers as Record<string, string>).filter(([name]) => !OWN.has(name));
  return { headers: sent, body: Buffer.concat(chunks).toString('base64') };
}

/** Headers that a server makes for each answer by itself. */
const OWN = new Set(['connection', 'keep-alive', 'date', 'content-length', 'transfer-encoding', 'set-cookie']);

async function bareRate(
  bytes: Bytes,
  { path, headers }: { path: string; headers: Record<string, string> },
  bounds: Bounds,
): Promise<number> {
  const child = fork(join(import.meta.dirname, 'bare.ts'), { execArgv: ['--no-warnings'] });
  try {
    child.send(bytes);
    const [port] = await once(child, 'message');
    await load({ port, path, headers }, { ...bounds, most: bounds.most / 4 });
    return (await load({ port, path, headers }, bounds)).perSecond;
  } finally {
    child.disconnect();
  }
}
