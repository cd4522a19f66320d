import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '#platform/actor.ts';
import { nobody } from '#platform/actor.ts';
import type { House } from '#platform/house.ts';
import { Refusal } from '#platform/refusal.ts';
import { runAction } from '#platform/run-action.ts';
import { countHands, type FloorAddress, supportQuestion } from '#rooms/gatherings/server/index.ts';
import { handInCookies } from '#web/hand.ts';
import { keepPace } from '#web/pace.ts';

/** Hands that come in within so long of each other are counted in one transaction. */
const GATHER_MS = 20;
const MOST_TOGETHER = 400;
const MOST_BYTES = 200;
/** From one hand, and from one address behind which a whole hall may sit. */
const FROM_HAND = { most: 60, seconds: 60 };
const FROM_ADDRESS = { most: 3000, seconds: 10 };

interface Waiting {
  readonly question: number;
  readonly hand: string;
  done(counted: boolean): void;
  failed(problem: unknown): void;
}

/** Counts "me too" of many phones: an answer is given when the transaction that holds it has been committed. */
export interface Hands {
  /** Answers `POST …/me-too` with `{counted}`; anything else than 200 makes the page send its form as it would without a script. */
  raise(at: FloorAddress, request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** Who stands behind a request, and from which address it came. */
type Asker = (request: IncomingMessage) => Promise<{ readonly actor: Actor; readonly address: string }>;

/** Counts hands for a house. */
export function countingHands(house: House, askerOf: Asker): Hands {
  const handfuls = new Map<string, Waiting[]>();

  function wait(at: FloorAddress, question: number, hand: string): Promise<boolean> {
    return new Promise((done, failed) => {
      const key = `${at.slug}/${at.number}`;
      const open = handfuls.get(key);
      const handful = open ?? [];
      handful.push({ question, hand, done, failed });
      if (open) return;
      handfuls.set(key, handful);
      setTimeout(() => void countSoon(at, key), GATHER_MS);
    });
  }

  /** While one handful is counted the next one gathers; when it is empty the counting ends. */
  async function countSoon(at: FloorAddress, key: string): Promise<void> {
    for (let waiting = handfuls.get(key)?.splice(0, MOST_TOGETHER) ?? []; waiting.length > 0; ) {
      await count(at, waiting);
      waiting = handfuls.get(key)?.splice(0, MOST_TOGETHER) ?? [];
    }
    handfuls.delete(key);
  }

  async function count(at: FloorAddress, waiting: readonly Waiting[]): Promise<void> {
    try {
      const hands = waiting.map(({ question, hand }) => ({ question, hand }));
      const { counted } = await runAction(house, countHands, { ...at, hands }, asking(house, nobody));
      for (const [index, { done }] of waiting.entries()) done(counted[index] ?? false);
    } catch (problem) {
      for (const { failed } of waiting) failed(problem);
    }
  }

  return {
    async raise(at, request, response) {
      const hand = handInCookies(request.headers.cookie, at);
      if (!hand || !isFromHere(request)) return answer(response, 400);
      const question = Number(/^question=([1-9]\d{0,8})$/.exec(await bodyOf(request))?.[1]);
      if (!Number.isInteger(question)) return answer(response, 400);
      try {
        const { actor, address } = await askerOf(request);
        keepPace(`me-too ${hand}`, FROM_HAND);
        keepPace(`me-too ${address}`, FROM_ADDRESS);
        const counted =
          actor.kind === 'nobody'
            ? await wait(at, question, hand)
            : (await runAction(house, supportQuestion, { ...at, question, hand }, asking(house, actor))).counted;
        answer(response, 200, { counted });
      } catch (problem) {
        if (!(problem instanceof Refusal)) throw problem;
        answer(response, problem.kind === 'too-many' ? 429 : 409);
      }
    },
  };
}

const asking = (house: House, actor: Actor) => ({ actor, language: house.languages.source });

/** A page of this house sends it: browsers say so themselves, or name the origin. */
function isFromHere({ headers }: IncomingMessage): boolean {
  if (headers['sec-fetch-site']) return headers['sec-fetch-site'] === 'same-origin';
  try {
    return new URL(String(headers.origin)).host === headers.host;
  } catch {
    return false;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
    if (body.length > MOST_BYTES) return '';
  }
  return body;
}

function answer(response: ServerResponse, status: number, body?: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(body === undefined ? '' : JSON.stringify(body));
}
