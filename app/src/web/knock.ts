import type { RequestEvent } from '@sveltejs/kit';
import { newToken } from '#platform/ids.ts';
import { deviceWords, seatCookie } from '#rooms/people/server/index.ts';
import { nextOf } from './safe-path.ts';
import { SESSION_COOKIE } from './session.ts';

/** Held by a browser while it comes in or confirms an address; the house keeps only its hash. */
const COOKIE = 'knock';
const HOUR = 3600;
/** The longest that browsers allow; the house itself ends a session much sooner. */
const LONGEST = 400 * 24 * HOUR;

/** HttpOnly and Lax; Secure on https only, so that a phone on the hall's plain http can sign in. */
const cookieOf = (event: RequestEvent, maxAge: number) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: event.url.protocol === 'https:',
  maxAge,
});

/** The knock of this browser; makes one when it has none. Call it in the load of every page from which somebody comes in. */
export function knockOf(event: RequestEvent): string {
  const held = event.cookies.get(COOKIE);
  if (held && /^[\w-]{43}$/.test(held)) return held;
  const knock = newToken(32);
  event.cookies.set(COOKIE, knock, cookieOf(event, HOUR));
  return knock;
}

/** What an action at the door needs to know of the browser, and no form may decide. */
export const atDoor = (event: RequestEvent) => ({
  knock: knockOf(event),
  device: deviceWords(event.request.headers.get('user-agent')),
});

/** Gives the browser that knocked the cookie of its seat; returns where its person wanted to go. */
export function takeSeat(event: RequestEvent, seat: { readonly personId: string; readonly sessionId: string }): string {
  event.cookies.set(SESSION_COOKIE, seatCookie(knockOf(event), seat), cookieOf(event, LONGEST));
  event.cookies.delete(COOKIE, { path: '/' });
  return nextOf(event.url);
}

/** Takes the cookie of the seat back. */
export const leaveSeat = (event: RequestEvent): void => event.cookies.delete(SESSION_COOKIE, { path: '/' });

/** Keeps a choice of the reader (language, theme) in this browser. */
export const keepChoice = (event: RequestEvent, name: 'locale' | 'theme', value: string): void =>
  event.cookies.set(name, value, { ...cookieOf(event, LONGEST), httpOnly: true });
