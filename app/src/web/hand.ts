import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { newToken } from '#platform/ids.ts';

/** Held by a browser that asks and says "me too" without an account; it says nothing of who holds it. */
const COOKIE = 'hand';
const DAYS_KEPT = 60;

/**
 * The hand of this browser at one gathering: an id that is another one at every gathering, and from which nothing leads back to
 * the cookie. Makes the cookie when there is none; call it in the load of every page on which a hand can be raised.
 */
export function handOf(
  event: RequestEvent,
  { slug, number }: { readonly slug: string; readonly number: number },
): string {
  const path = `/c/${slug}/gatherings`;
  let token = event.cookies.get(COOKIE);
  if (!token || !/^[\w-]{24}$/.test(token)) {
    token = newToken(18);
    const secure = event.url.protocol === 'https:';
    event.cookies.set(COOKIE, token, { path, httpOnly: true, sameSite: 'lax', secure, maxAge: DAYS_KEPT * 86_400 });
  }
  const hash = createHash('sha256').update(`${slug}/${number}:${token}`).digest('hex');
  // The shape of a random UUID (version 8: bits of one's own making), so that it fits where ids fit.
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
