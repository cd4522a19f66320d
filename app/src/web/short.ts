import type { House } from '#platform/house.ts';
import { communityByCode, findCommunity } from '#rooms/communities/server/index.ts';

/**
 * Short addresses: a letter for the place, the number people call it by, the letters of the community: `/s/n21kmt` is need 21.
 * Number 0 is the list; the letters of the community alone are its front page. They are printed, so a letter once given stays.
 */
const PLACES: Readonly<Record<string, readonly [place: string, rest?: string]>> = {
  n: ['needs'],
  b: ['offers'],
  f: ['forum'],
  c: ['forum/conversations'],
  d: ['decisions'],
  o: ['decisions', 'outcome'],
  k: ['commitments'],
  g: ['gatherings'],
  r: ['gatherings', 'report'],
  y: ['gatherings/cycles'],
  l: ['practice/cases'],
};

const SHORT = /^(?:([a-z])(0|[1-9]\d{0,8}))?([bcdfghjkmnpqrstvwxz]{3,6})$/;

/** The short address of a page of a community; undefined where there is none. */
export function shorten(
  path: string,
  { slug, code }: { readonly slug: string; readonly code: string },
): string | undefined {
  const root = `/c/${slug}`;
  if (path === root) return `/s/${code}`;
  if (!path.startsWith(`${root}/`)) return undefined;
  const found = /^(.+?)(?:\/([1-9]\d{0,8})(?:\/([a-z-]+))?)?$/.exec(path.slice(root.length + 1));
  const letter = Object.entries(PLACES).find(([, [place, rest]]) => place === found?.[1] && rest === found[3])?.[0];
  return letter && `/s/${letter}${found?.[2] ?? 0}${code}`;
}

/** The page behind a short address; undefined when it leads nowhere. */
export async function lengthen(house: House, short: string): Promise<string | undefined> {
  const [, letter, number, code] = SHORT.exec(short.toLowerCase()) ?? [];
  const community = code ? await communityByCode(house.database.db, code) : undefined;
  if (!community) return undefined;
  const root = `/c/${community.slug}`;
  if (!letter) return root;
  const place = PLACES[letter];
  if (!place) return undefined;
  if (number === '0') return place[1] ? undefined : `${root}/${place[0]}`;
  return [root, place[0], number, place[1]].filter(Boolean).join('/');
}

/** The letters never change: each is asked for once. */
const codes = new WeakMap<House, Map<string, string>>();

/** The letters of a community by its address; undefined where there is none. */
export async function codeOf(house: House, slug: string): Promise<string | undefined> {
  const kept = codes.get(house) ?? new Map<string, string>();
  codes.set(house, kept);
  const known = kept.get(slug);
  if (known) return known;
  const community = await findCommunity(house.database.db, slug).catch(() => undefined);
  if (community) kept.set(slug, community.code);
  return community?.code;
}
