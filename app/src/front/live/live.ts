import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Announcement } from '#platform/context.ts';
import { type House, readingContext } from '#platform/house.ts';
import { Refusal } from '#platform/refusal.ts';
import { type FloorAddress, rememberFloor } from '#rooms/gatherings/server/index.ts';
import { actorOf, addressOf, formOf, handIn, screenIn } from './asked.ts';
import { BETWEEN_PICTURES_MS } from './drawing.ts';
import { keepingHands } from './hands.ts';
import { limitLines } from './line-limit.ts';
import type { Wire } from './messages.ts';
import { keepOpen, type OpenGatherings } from './open-gatherings.ts';
import { joinOthers } from './other-processes.ts';

/** Who may look at a gathering for members is asked again after so long. */
const MEMBERS_LINE_MS = 10 * 60_000;

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
  const open = keepOpen(house);
  const telling = tellSparingly(moved);
  function stir(gatheringId: string): void {
    for (const one of open.all()) if (one.gatheringId === gatheringId) one.wake();
    telling.tell(gatheringId);
  }
  function touched(communityIds?: readonly string[]): void {
    for (const one of open.all()) if (!communityIds || communityIds.includes(one.communityId)) one.wake(true);
  }
  const others = await joinOthers(house, { heard: stir, missed: () => touched() });
  return {
    takes: takingRequests(house, open),
    announced(announcements) {
      for (const { gatheringId } of announcements)
        if (typeof gatheringId === 'string') {
          stir(gatheringId);
          others.tell(gatheringId);
        }
    },
    touched,
    async close() {
      telling.close();
      for (const one of open.all()) one.close();
      await others.close();
    },
  };
}

/** Tells of a gathering at once and again when the time between two pictures is over, whatever happens in between. */
function tellSparingly(moved: (gatheringId: string) => void) {
  const waiting = new Map<string, NodeJS.Timeout>();
  return {
    tell(gatheringId: string): void {
      if (waiting.has(gatheringId)) return;
      const again = () => {
        waiting.delete(gatheringId);
        moved(gatheringId);
      };
      waiting.set(gatheringId, setTimeout(again, BETWEEN_PICTURES_MS));
      moved(gatheringId);
    },
    close(): void {
      for (const timer of waiting.values()) clearTimeout(timer);
    },
  };
}

/** Answers screens and raised hands; true for what it took. */
function takingRequests(house: House, open: OpenGatherings): Live['takes'] {
  const limit = limitLines();
  const hands = keepingHands(house, async (request) => ({
    actor: await actorOf(house, request),
    address: addressOf(request),
  }));
  const report = (live: FloorAddress, problem: unknown) =>
    console.error(JSON.stringify({ at: house.now(), live, error: String(problem) }));
  return (request, response) => {
    const hand = handIn(request);
    if (hand) {
      hands.raise(hand.what, hand.at, { request, response }).catch((problem) => {
        report(hand.at, problem);
        refuse(response, 503);
      });
      return true;
    }
    const address = screenIn(request);
    if (!address) return false;
    if (request.headers['sec-fetch-site'] === 'cross-site') return refuse(response, 403);
    if (!limit.admits(addressOf(request), response)) return refuse(response, 503);
    joinScreen({ house, open }, address, { request, response }).catch((problem) => {
      const refused = problem instanceof Refusal;
      if (!refused) report(address, problem);
      refuse(response, refused ? 404 : 503);
    });
    return true;
  };
}

/** Shows a gathering on one more screen. Throws a Refusal where its reader may not look at it. */
async function joinScreen(
  { house, open }: { readonly house: House; readonly open: OpenGatherings },
  address: FloorAddress,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<void> {
  const actor = await actorOf(house, request);
  const one = await open.find(address, actor);
  // Whoever came first may have opened it for members: everybody else shows their own seat.
  if (!one.isPublic()) {
    await rememberFloor(readingContext(house, actor, house.languages.source), address);
    setTimeout(() => response.end(), MEMBERS_LINE_MS).unref();
  }
  const form = formOf(request);
  begin(response, form.wire);
  await one.join(response, form);
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
