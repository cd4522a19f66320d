import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { insistSound, journey, type Visit, weigh } from './browser.ts';

/** What a first view may cost on the wire, everything it loads by itself included. */
const BUDGET = 60_000;
/** Communities of the demo, each looked at as another reader would. */
const towns: readonly { slug: string; how: Visit; lang: string }[] = [
  { slug: 'gornja-lipa', how: { locale: 'en' }, lang: 'en' },
  { slug: 'lipnica', how: { locale: 'sr-Cyrl', dark: true }, lang: 'sr-Cyrl' },
  { slug: 'suvi-dol', how: { locale: 'mk' }, lang: 'mk' },
  { slug: 'praksa-partnerstva', how: { locale: 'sq' }, lang: 'sq' },
];
/** Pages outside of any community. */
const doors = ['/', '/about', '/sign-in', '/card'];

describe.each(towns)('every public page of $slug', ({ slug, how, lang }) => {
  journey(
    `answers, fits a small phone, reads in ${lang}, and costs little`,
    { timeout: 480_000 },
    async ({ visit }) => {
      const page = await visit({ ...how, width: 360 });
      const waiting = [`/c/${slug}`, ...doors];
      const wrong: string[] = [];
      const seen = new Map<string, number>();
      for (let path = waiting.shift(); path; path = waiting.shift()) {
        if (seen.has(path)) continue;
        const look = () => insistSound(page).catch((error: Error) => void wrong.push(error.message));
        const { total, bySort } = await weigh(page, path, look);
        seen.set(path, total);
        expect.soft(total, `${path} weighs ${JSON.stringify(bySort)}`).toBeLessThan(BUDGET);
        expect.soft(await page.locator('html').getAttribute('lang'), path).toBe(lang);
        for (const link of await linksOf(page, slug)) if (sortIsNew(link, seen, waiting)) waiting.push(link);
      }
      const heaviest = [...seen].sort((a, b) => b[1] - a[1])[0];
      console.log(`${slug}: ${seen.size} pages, the heaviest ${heaviest?.[0]} with ${heaviest?.[1]} bytes`);
      expect(wrong).toEqual([]);
      expect(seen.size).toBeGreaterThan(8);
    },
  );
});

/** Pages of this community that a page leads to, without their questions. */
const linksOf = (page: Page, slug: string) =>
  page.evaluate((root) => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]:not([download])')];
    const paths = links.filter((a) => a.origin === location.origin).map((a) => a.pathname);
    return [...new Set(paths)].filter((path) => path === root || path.startsWith(`${root}/`));
  }, `/c/${slug}`);

/** One of a sort is enough here: the second thread looks like the first. */
const MOST_OF_A_SORT = 1;
const sortOf = (path: string) => path.replaceAll(/\/\d+(?=\/|$)/g, '/N').replaceAll(/[\da-f-]{36}/g, 'ID');
function sortIsNew(path: string, seen: ReadonlyMap<string, number>, waiting: readonly string[]): boolean {
  if (/\/recount$|\.(ics|pdf|docx|atom)$/.test(path)) return false;
  const alike = [...seen.keys(), ...waiting].filter((other) => other !== path && sortOf(other) === sortOf(path));
  return alike.length < MOST_OF_A_SORT;
}
