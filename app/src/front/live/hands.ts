import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Actor, nobody } from '#platform/actor.ts';
import type { House } from '#platform/house.ts';
import { LOCALES } from '#platform/language/language.ts';
import { Refusal } from '#platform/refusal.ts';
import { runAction } from '#platform/run-action.ts';
import { writingLocale } from '#rooms/forum/index.ts';
import {
  askQuestion,
  askTogether,
  countHands,
  type FloorAddress,
  supportQuestion,
} from '#rooms/gatherings/server/index.ts';
import { handInCookies } from '#web/hand.ts';
import { keepPace } from '#web/pace.ts';
import { keepTogether } from './together.ts';

const MOST_BYTES = 4000;
/** "Me too" from one hand, and from one address behind which a whole hall may sit. */
const FROM_HAND = { most: 60, seconds: 60 };
const FROM_ADDRESS = { most: 3000, seconds: 10 };

/** What a hand does: it says "me too", or it asks. */
export const RAISED = ['me-too', 'ask'] as const;
export type Raised = (typeof RAISED)[number];

/** Keeps what phones send from the page of questions by its script. */
export interface Hands {
  /** Answers `{counted}` or `{question}`; anything else than 200 makes the page send its form as it would without a script. */
  raise(
    what: Raised,
    at: FloorAddress,
    exchange: { request: IncomingMessage; response: ServerResponse },
  ): Promise<void>;
}

/** Who stands behind a request, and from which address it came. */
type Asker = (request: IncomingMessage) => Promise<{ readonly actor: Actor; readonly address: string }>;

/** Somebody who raised a hand, and what the form said. */
interface Gesture {
  readonly at: FloorAddress;
  readonly hand: string;
  readonly actor: Actor;
  readonly address: string;
  readonly form: URLSearchParams;
}

/** Keeps hands for a house. */
export function keepingHands(house: House, askerOf: Asker): Hands {
  const language = house.languages.source;
  const unnamed = { actor: nobody, language };
  const count = keepTogether(400, async (at, hands: readonly { question: number; hand: string }[]) => {
    const { counted } = await runAction(house, unnamed, { action: countHands, input: { ...at, hands } });
    return counted;
  });
  const ask = keepTogether(50, async (at, asked: readonly Readonly<Record<string, unknown>>[]) => {
    const { questions } = await runAction(house, unnamed, { action: askTogether, input: { ...at, questions: asked } });
    return questions;
  });

  const keep = {
    async 'me-too'({ at, hand, actor, address, form }: Gesture) {
      keepPace(`me-too ${hand}`, FROM_HAND);
      keepPace(`me-too ${address}`, FROM_ADDRESS);
      const question = Number(form.get('question'));
      if (!Number.isSafeInteger(question) || question < 1) return undefined;
      if (actor.kind === 'nobody') return { counted: await count(at, { question, hand }) };
      return runAction(house, { actor, language }, { action: supportQuestion, input: { ...at, question, hand } });
    },
    async ask({ at, hand, actor, address, form }: Gesture) {
      const { locale: reads = '', ...said } = Object.fromEntries(form);
      const locale = LOCALES.find((known) => known === reads) ?? 'en';
      const asked = { ...said, locale: writingLocale(locale, said['text'] ?? ''), hand };
      if (actor.kind !== 'nobody')
        return runAction(house, { actor, language }, { action: askQuestion, input: { ...at, ...asked } });
      // One that is not well formed must not spoil the handful: it is sent again by its own form and told what is wrong.
      if (!askQuestion.input.safeParse({ ...at, ...asked }).success) return undefined;
      const question = await ask(at, { ...asked, from: address });
      return question === null ? undefined : { question };
    },
  };

  return {
    async raise(what, at, { request, response }) {
      const hand = handInCookies(request.headers.cookie, at);
      if (!hand || !isFromHere(request)) return answer(response, 400);
      const form = new URLSearchParams(await bodyOf(request));
      try {
        const kept = await keep[what]({ at, hand, form, ...(await askerOf(request)) });
        answer(response, kept ? 200 : 409, kept);
      } catch (problem) {
        if (!(problem instanceof Refusal)) throw problem;
        answer(response, problem.kind === 'too-many' ? 429 : 409);
      }
    },
  };
}

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
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_BYTES) return '';
  }
  return Buffer.concat(chunks).toString();
}

function answer(response: ServerResponse, status: number, body?: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(body === undefined ? '' : JSON.stringify(body));
}
