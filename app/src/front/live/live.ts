import type { IncomingMessage, ServerResponse } from 'node:http';
import { sql } from 'kysely';
import { type Actor, nobody } from '#platform/actor.ts';
import type { Announcement } from '#platform/context.ts';
import { type House, readingContext } from '#platform/house.ts';
import { newToken } from '#platform/ids.ts';
import { Refusal } from '#platform/refusal.ts';
import { type FloorAddress, rememberFloor } from '#rooms/gatherings/server/index.ts';
import { readSession, SESSION_COOKIE } from '#web/session.ts';
import { BETWEEN_PICTURES_MS, type LiveGathering, openGathering } from './gathering.ts';
import { keepingHands, RAISED, type Raised } from './hands.ts';
import type { Script, Wire } from './messages.ts';

/** Processes tell each other which gatherings moved, at most once in so long. */
const CHANNEL = 'sofra_live';
const TELL_MS = 100;
/** A whole hall may sit behind one address; a machine that opens lines for ever must still end somewhere. */
const MOST_FROM_ONE = 2500;
const MOST = 10_000;
/** Who may look at a gathering for members is asked again after so long. */
const MEMBERS_LINE_MS = 10 * 60_000;
/** The address of the reader, as the front wrote it. */
const ADDRESS = 'x-sofra-address';

/** `GET /live/COMMUNITY/NUMBER`: the screens of every gathering that somebody looks at in this process. */
export interface Live {
  /** True when the request was for it; then it is answered. */
  takes(request: IncomingMessage, response: ServerResponse): boolean;
  /** What has just been announced in this process. */
  announced(announcements: readonly Announcement[]): void;
  /** What another process changed in these communities; none named: anything may have changed. */
  touched(communityIds?: readonly string[]): void;
  close(): Promise<void>;
}

/** Opens it. `moved` hears, at most twice a second, of a gathering of which something changed: its pages leave the cache. */
export async function openLive(house: House, moved: (gatheringId: string) => void = () => {}): Promise<Live> {
  const me = newToken(6);
  const gatherings = new Map<string, Promise<LiveGathering>>();
  const open = new Set<LiveGathering>();
  const lines = new Map<string, number>();
  const hands = keepingHands(house, async (request) => ({
    actor: await actorOf(house, request),
    address: String(request.headers[ADDRESS] ?? ''),
  }));
  const untold = new Set<string>();
  const stirring = new Map<string, NodeJS.Timeout>();
  let telling: NodeJS.Timeout | undefined;
  let lineCount = 0;

  function stir(gatheringId: string): void {
    for (const one of open) if (one.gatheringId === gatheringId) one.wake();
    if (stirring.has(gatheringId)) return;
    const done = () => {
      stirring.delete(gatheringId);
      moved(gatheringId);
    };
    stirring.set(gatheringId, setTimeout(done, BETWEEN_PICTURES_MS));
    moved(gatheringId);
  }

  function tellOthers(): void {
    telling = undefined;
    const payload = JSON.stringify([me, ...untold]);
    untold.clear();
    sql`select pg_notify(${CHANNEL}, ${payload})`
      .execute(house.database.db)
      // The others look again by themselves within seconds.
      .catch((error) => console.error(JSON.stringify({ at: house.now(), live: 'tell', error: String(error) })));
  }

  const stopHearing = await house.database.listen(
    CHANNEL,
    (payload) => {
      const [from, ...ids] = JSON.parse(payload) as string[];
      if (from !== me) for (const id of ids) stir(id);
    },
    () => touched(),
  );

  function touched(communityIds?: readonly string[]): void {
    for (const one of open) if (!communityIds || communityIds.includes(one.communityId)) one.wake(true);
  }

  function find(address: FloorAddress, actor: Actor): Promise<LiveGathering> {
    const key = `${address.slug}/${address.number}`;
    const known = gatherings.get(key);
    if (known) return known;
    const context = readingContext(house, actor, house.languages.source);
    const opening = rememberFloor(context, address).then((remembered) => {
      const idle = () => {
        one.close();
        open.delete(one);
        gatherings.delete(key);
      };
      const one = openGathering({ house, address, remembered, idle });
      open.add(one);
      return one;
    });
    gatherings.set(key, opening);
    opening.catch(() => gatherings.delete(key));
    return opening;
  }

  async function join(address: FloorAddress, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const actor = await actorOf(house, request);
    const one = await find(address, actor);
    // Whoever came first may have opened it for members: everybody else shows their own seat.
    if (!one.isPublic()) {
      await rememberFloor(readingContext(house, actor, house.languages.source), address);
      setTimeout(() => response.end(), MEMBERS_LINE_MS).unref();
    }
    const form = formOf(request);
    begin(response, form.wire);
    await one.join(response, form);
  }

  return {
    takes(request, response) {
      const raised = handsIn(request);
      if (raised) {
        hands.raise(raised.what, raised.at, { request, response }).catch((error) => {
          console.error(JSON.stringify({ at: house.now(), live: raised.at, error: String(error) }));
          refuse(response, 503);
        });
        return true;
      }
      const address = addressIn(request);
      if (!address) return false;
      const from = String(request.headers[ADDRESS] ?? '');
      const held = lines.get(from) ?? 0;
      if (request.headers['sec-fetch-site'] === 'cross-site') return refuse(response, 403);
      if (lineCount >= MOST || held >= MOST_FROM_ONE) return refuse(response, 503);
      lineCount += 1;
      lines.set(from, held + 1);
      response.once('close', () => {
        lineCount -= 1;
        const left = (lines.get(from) ?? 1) - 1;
        if (left > 0) lines.set(from, left);
        else lines.delete(from);
      });
      join(address, request, response).catch((problem) => {
        if (!(problem instanceof Refusal))
          console.error(JSON.stringify({ at: house.now(), live: address, error: String(problem) }));
        refuse(response, problem instanceof Refusal ? 404 : 503);
      });
      return true;
    },
    announced(announcements) {
      for (const { gatheringId } of announcements)
        if (typeof gatheringId === 'string') {
          stir(gatheringId);
          untold.add(gatheringId);
        }
      if (untold.size > 0) telling ??= setTimeout(tellOthers, TELL_MS);
    },
    touched,
    async close() {
      clearTimeout(telling);
      for (const timer of stirring.values()) clearTimeout(timer);
      for (const one of open) one.close();
      await stopHearing();
    },
  };
}

function addressIn({ method, url = '' }: IncomingMessage): FloorAddress | undefined {
  const found = /^\/live\/([a-z0-9-]{1,60})\/([1-9]\d{0,8})(?:\?|$)/.exec(url);
  return method === 'GET' && found ? { slug: found[1] ?? '', number: Number(found[2]) } : undefined;
}

/** `POST /c/COMMUNITY/gatherings/NUMBER/me-too` and `…/ask`: under the path of the cookie by which a hand is known. */
function handsIn({ method, url = '' }: IncomingMessage): { what: Raised; at: FloorAddress } | undefined {
  if (method !== 'POST') return undefined;
  const found = /^\/c\/([a-z0-9-]{1,60})\/gatherings\/([1-9]\d{0,8})\/([a-z-]{3,6})$/.exec(url);
  const what = RAISED.find((one) => one === found?.[3]);
  return found && what ? { what, at: { slug: found[1] ?? '', number: Number(found[2]) } } : undefined;
}

async function actorOf(house: House, { headers }: IncomingMessage): Promise<Actor> {
  const cookie = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([^;]+)`).exec(headers.cookie ?? '')?.[1];
  if (!cookie) return nobody;
  const session = await readSession(house, decodeURIComponent(cookie), String(headers[ADDRESS] ?? ''));
  return session?.actor ?? nobody;
}

function formOf({ url = '', headers }: IncomingMessage): { readonly script: Script; readonly wire: Wire } {
  return {
    script: /[?&]script=latin\b/.test(url) ? 'latin' : 'written',
    wire: /\bgzip\b/.test(String(headers['accept-encoding'] ?? '')) ? 'gzip' : 'identity',
  };
}

/** The answer ends with the line, not with a length or a last piece: one write a message, of bytes that all screens share. */
function begin(response: ServerResponse, wire: Wire): void {
  response.removeHeader('transfer-encoding');
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
    vary: 'Accept-Encoding, Cookie',
    ...(wire === 'gzip' ? { 'content-encoding': 'gzip' } : {}),
  });
  response.socket?.setNoDelay(true);
  response.flushHeaders();
}

function refuse(response: ServerResponse, status: number): true {
  if (!response.headersSent)
    response.writeHead(status, { 'cache-control': 'no-store', ...(status === 503 ? { 'retry-after': '30' } : {}) });
  response.end();
  return true;
}
