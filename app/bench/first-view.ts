import { existsSync } from 'node:fs';
import { launchChromium } from '../journeys/chromium.ts';
import { weigh } from '../journeys/weigh.ts';
import { printTable } from './table.ts';

const SORTS = ['Document', 'Stylesheet', 'Font', 'Script', 'Image', 'Other'] as const;

/** Prints what a first visit loads in Chromium, by sort, compressed as it goes over the wire. */
export async function weighFirstViews(
  origin: string,
  pages: readonly { readonly name: string; readonly path: string }[],
): Promise<void> {
  if (!existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium'))
    return console.log('\nno Chromium: first views not weighed');
  const browser = await launchChromium();
  try {
    const rows = [];
    for (const { name, path } of [{ name: 'front page', path: '/' }, ...pages]) {
      const context = await browser.newContext({ baseURL: origin, locale: 'sr' });
      const { total, bySort } = await weigh(await context.newPage(), path);
      rows.push([name, total / 1000, ...SORTS.map((sort) => (bySort[sort] ?? 0) / 1000)]);
      await context.close();
    }
    console.log('\nFirst view, kB over the wire\n');
    printTable(['page', 'all', ...SORTS.map((sort) => sort.toLowerCase())], rows);
  } finally {
    await browser.close();
  }
}
