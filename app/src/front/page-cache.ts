import { Memory, type Remembered } from '#platform/memory.ts';

/** A page as it was sent, in every encoding asked for so far. */
export interface KeptPage extends Remembered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly bodies: Map<string, Buffer>;
}

/** Public pages for readers without a session, by path, locale, script and theme. */
export type PageCache = Memory<KeptPage>;

/** An empty cache of at most 500 pages and 24 MB. */
export const openPageCache = (): PageCache =>
  new Memory<KeptPage>({ most: 500, heaviest: 24 * 1024 * 1024, weigh: weightOf });

const weightOf = ({ bodies }: KeptPage): number => [...bodies.values()].reduce((sum, body) => sum + body.length, 0);

/** Remembers one more encoding of a kept page, as old as the page. */
export function addBody(cache: PageCache, key: string, more: { page: KeptPage; encoding: string; body: Buffer }): void {
  const { page, encoding, body } = more;
  // Touched meanwhile, it is gone and stays so.
  if (page.bodies.has(encoding) || cache.find(key, page.keptAt) !== page) return;
  const bodies = new Map([...page.bodies, [encoding, body]]);
  cache.keep(key, { ...page, bodies }, cache.generation);
}
