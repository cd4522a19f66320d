import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { newToken } from '#platform/ids.ts';

/** Held by a browser that asks and says "me too" without an account; it says nothing of who holds it. */
const COOKIE = 'hand';
const TOKEN = /^[\w-]{24}$/;
const DAYS_KEPT = 60;

/** Where a hand is raised. */
export interface HandsAt {
  readonly slug: string;
  readonly number: number;
}

/** The hand of this browser at one gathering; makes the cookie when there is none. Call it in the load of every page on which a hand can be raised. */
export function handOf(event: RequestEvent, at: HandsAt): string {
  const held = event.cookies.get(COOKIE);
  if (held && TOKEN.test(held)) return handId(held, at);
  const token = newToken(18);
  const secure = event.url.protocol === 'https:';
  const path = `/c/${at.slug}/gatherings`;
  event.cookies.set(COOKIE, token, { path, httpOnly: true, sameSite: 'lax', secure, maxAge: DAYS_KEPT * 86_400 });
  return handId(token, at);
}

/** The hand in a cookie header; undefined when there is none. */
export function handInCookies(header: string | undefined, at: HandsAt): string | undefined {
  const token = /(?:^|;\s*)hand=([\w-]{24})(?:;|$)/.exec(header ?? '')?.[1];
  return token && handId(token, at);
}

/** An id that is another one at every gathering, and from which nothing leads back to the cookie. */
function handId(token: string, { slug, number }: HandsAt): string {
  const hash = createHash('sha256').update(`${slug}/${number}:${token}`).digest('hex');
  // The shape of a UUID of one's own making (version 8), so that it fits where ids fit.
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
