/**
 * A path of this house out of what a form or an address says (`next`, `back`); `/` for everything that leads elsewhere:
 * other origins, `//host`, backslashes, schemes.
 */
export function safePath(wished: unknown, fallback = '/'): string {
  if (typeof wished !== 'string' || !wished.startsWith('/') || wished.length > 2000) return fallback;
  if (/[\\\p{Cc}]/u.test(wished)) return fallback;
  const house = 'http://house.invalid';
  try {
    const url = new URL(wished, house);
    const path = url.pathname + url.search + url.hash;
    return url.origin === house && !path.startsWith('//') ? path : fallback;
  } catch {
    return fallback;
  }
}

/** Where somebody wanted to go before they had to sign in. */
export const nextOf = (url: URL): string => safePath(url.searchParams.get('next'));

/** An address that remembers where somebody wanted to go. */
export function withNext(path: string, url: URL): string {
  const next = nextOf(url);
  return next === '/' ? path : `${path}?next=${encodeURIComponent(next)}`;
}
