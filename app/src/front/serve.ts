import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Env } from '#env';
import { appDir } from '#platform/app-dir.ts';
import { openRowMemory, type RowMemory } from '#platform/database/one-page.ts';
import type { House } from '#platform/house.ts';
import { type Jobs, startJobs } from '#platform/jobs/ticking.ts';
import { readCatalogues } from '#platform/language/catalogues.ts';
import { type Language, makeLanguages } from '#platform/language/language.ts';
import { openHouse } from '../open-house.ts';
import { type Front, standInFront } from './front.ts';
import { missingParts } from './health.ts';
import { type Live, openLive } from './live/live.ts';
import { describeStreets, openStreets, type Streets } from './streets/streets.ts';

/** A house that people can reach. */
export interface Serving {
  readonly house: House;
  readonly port: number;
  close(): Promise<void>;
}

/** What stands behind the port once the house is open. */
interface Door {
  readonly streets: Streets;
  front?: Front;
  live?: Live;
}

/** What remembers something that a touch must forget. */
interface Remembering {
  readonly front: Front;
  readonly live: Live;
  readonly memory: RowMemory;
}

/** Headers by which Kit learns the scheme and the address: only this process sets them. */
const PROTOCOL = 'x-sofra-protocol';
const ADDRESS = 'x-sofra-address';

/**
 * Opens the port at once (health answers 503), then the house: database, migrations, `fill` (the demo town), jobs; then
 * pages are served. Throws an Error with one clear line when the port or the data folder is taken.
 */
export async function serve(env: Env, fill: (house: House) => Promise<void>): Promise<Serving> {
  const door: Door = { streets: openStreets(env) };
  const server = createServer((request, response) => {
    answer({ env, door }, request, response).catch((error) => {
      console.error(JSON.stringify({ at: new Date().toISOString(), error: String(error) }));
      response.destroy();
    });
  });
  server.keepAliveTimeout = 65_000;
  await listen(server, env);
  let house: House | undefined;
  try {
    house = await openHouse(env);
    await fill(house);
    const front = standInFront(await loadKit());
    const jobs = env.jobsHere ? await startJobs(house) : undefined;
    const live = await openLive(house, (gatheringId) => front.cache.touch([gatheringId]));
    const memory = openRowMemory();
    const stopHearing = await hearTouches(house, { front, live, memory });
    connect(house, { front, live, memory, jobs });
    Object.assign(door, { front, live });
    return { house, port: portOf(server), close: closing({ server, house, live, jobs, stopHearing }) };
  } catch (error) {
    server.close();
    await house?.database.close();
    throw error;
  }
}

async function answer(
  { env, door }: { env: Env; door: Door },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.url === '/health') return answerHealth(env, door, response);
  if (door.streets.takes(request, response)) return;
  if (!door.front) {
    response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' });
    response.end('…');
    return;
  }
  tellOrigin(env, request);
  if (door.live?.takes(request, response)) return;
  door.front.handle(request, response);
}

/** What a proxy says of scheme and address is believed only where the host declared one. */
function tellOrigin(env: Env, request: IncomingMessage): void {
  const { headers, socket } = request;
  const said = env.trustedProxy
    ? String(headers['x-forwarded-proto'] ?? '')
        .split(',')[0]
        .trim()
    : '';
  const fromOrigin = env.originGiven && !env.trustedProxy ? new URL(env.origin).protocol.replace(':', '') : 'http';
  headers[PROTOCOL] = said === 'https' || said === 'http' ? said : fromOrigin;
  const forwarded = env.trustedProxy
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : undefined;
  headers[ADDRESS] = forwarded || socket.remoteAddress || '';
}

let read: Language | undefined;
/** The words of this house while it is not open yet: whoever asks then is a person or a probe that wants words too. */
const languageBefore = (): Language => {
  read ??= makeLanguages(readCatalogues(join(appDir, 'src/locales'))).source;
  return read;
};

async function answerHealth(env: Env, { front, streets }: Door, response: ServerResponse): Promise<void> {
  const language = globalThis.sofra?.languages.source ?? languageBefore();
  const open = front !== undefined;
  const missing = missingParts(env).map((key) => language.say(key));
  const map = describeStreets(await streets.look(), language);
  response.writeHead(open ? 200 : 503, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(`${JSON.stringify({ open, demo: globalThis.sofra?.settings.demo ?? null, missing, map }, null, 2)}\n`);
}

async function loadKit(): Promise<Parameters<typeof standInFront>[0]> {
  Object.assign(process.env, { PROTOCOL_HEADER: PROTOCOL, ADDRESS_HEADER: ADDRESS, BODY_SIZE_LIMIT: '12M' });
  const built = await import(pathToFileURL(join(appDir, 'build/handler.js')).href);
  return built.handler;
}

/** Other processes say what they touched; a lost line empties the cache. */
const hearTouches = (house: House, { front, live, memory }: Remembering): Promise<() => Promise<void>> =>
  house.database.listen(
    'sofra_touched',
    (payload) => {
      const communityIds: string[] = JSON.parse(payload);
      memory.touch(communityIds);
      front.cache.touch(communityIds);
      live.touched(communityIds);
    },
    () => {
      memory.clear();
      front.cache.clear();
      live.touched();
    },
  );

/** The process that writes drops its own pages before it answers, and wakes its screens and its listeners. */
function connect(house: House, { front, live, memory, jobs }: Remembering & { jobs: Jobs | undefined }): void {
  const announced: House['announced'] = (communityIds, _quiet, announcements) => {
    if (communityIds.length > 0) {
      memory.touch(communityIds);
      front.cache.touch(communityIds);
    }
    live.announced(announcements);
    if (announcements.some(({ fleeting }) => !fleeting)) jobs?.wake();
  };
  globalThis.sofra = Object.assign(house, { announced, memory });
}

function listen(server: Server, env: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${env.port} is taken: set PORT to another one.`) : error),
    );
    server.listen(env.port, env.host, resolve);
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

function closing(parts: {
  server: Server;
  house: House;
  live: Live;
  jobs: Jobs | undefined;
  stopHearing: () => Promise<void>;
}): () => Promise<void> {
  return async () => {
    const closed = new Promise((resolve) => parts.server.close(resolve));
    await parts.live.close();
    parts.server.closeIdleConnections();
    setTimeout(() => parts.server.closeAllConnections(), 3000).unref();
    await closed;
    await parts.jobs?.stop();
    await parts.stopHearing();
    await parts.house.outgoing.close();
    await parts.house.database.close();
  };
}
