import type { IncomingMessage } from 'node:http';
import { type Actor, nobody } from '#platform/actor.ts';
import type { House } from '#platform/house.ts';
import type { FloorAddress } from '#rooms/gatherings/server/index.ts';
import { readSession, SESSION_COOKIE } from '#web/session.ts';
import { RAISED, type Raised } from './hands.ts';
import type { Script, Wire } from './messages.ts';

/** The address of the reader, as the front wrote it; empty where it did not. */
export const addressOf = ({ headers }: IncomingMessage): string => String(headers['x-sofra-address'] ?? '');

/** `GET /live/COMMUNITY/NUMBER`. */
export function screenIn({ method, url = '' }: IncomingMessage): FloorAddress | undefined {
  const found = /^\/live\/([a-z0-9-]{1,60})\/([1-9]\d{0,8})(?:\?|$)/.exec(url);
  return method === 'GET' && found ? { slug: found[1] ?? '', number: Number(found[2]) } : undefined;
}

/** `POST /c/COMMUNITY/gatherings/NUMBER/me-too` and `…/ask`: under the path of the cookie by which a hand is known. */
export function handIn({ method, url = '' }: IncomingMessage): { what: Raised; at: FloorAddress } | undefined {
  if (method !== 'POST') return undefined;
  const found = /^\/c\/([a-z0-9-]{1,60})\/gatherings\/([1-9]\d{0,8})\/([a-z-]{3,6})$/.exec(url);
  const what = RAISED.find((one) => one === found?.[3]);
  return found && what ? { what, at: { slug: found[1] ?? '', number: Number(found[2]) } } : undefined;
}

/** Who asks: somebody signed in, or nobody. */
export async function actorOf(house: House, request: IncomingMessage): Promise<Actor> {
  const cookie = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1];
  if (!cookie) return nobody;
  const session = await readSession(house, decodeURIComponent(cookie), addressOf(request));
  return session?.actor ?? nobody;
}

/** In which letters a screen wants its pictures, and how packed. */
export function formOf({ url = '', headers }: IncomingMessage): { readonly script: Script; readonly wire: Wire } {
  return {
    script: /[?&]script=latin\b/.test(url) ? 'latin' : 'written',
    wire: /\bgzip\b/.test(String(headers['accept-encoding'] ?? '')) ? 'gzip' : 'identity',
  };
}
