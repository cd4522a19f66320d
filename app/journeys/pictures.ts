import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import sharp from 'sharp';

/** One page to be taken, and the name its pictures get. */
export interface Sitter {
  readonly name: string;
  readonly path: string;
  /** Who looks; absent: nobody signed in. A cookie header as the browser would send it. */
  readonly cookie?: string;
  readonly locale?: string;
}

/** The ways every page is looked at. */
const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 860 } } as const;
const schemes = ['light', 'dark'] as const;

/** A very long page is cut here: the picture is for looking at, not for archiving. */
const LONGEST = 3200;

/** How Chromium is started wherever it is Debian's own: headless and silent towards the network. */
export const launchChromium = (executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** Takes each page at two widths, light and dark, as small WebP files `name-phone-light.webp`. */
export async function takePictures(base: string, sitters: readonly Sitter[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const browser = await launchChromium();
  try {
    for (const [size, viewport] of Object.entries(sizes))
      for (const colorScheme of schemes)
        for (const sitter of sitters) {
          const context = await browser.newContext({
            baseURL: base,
            viewport,
            colorScheme,
            locale: sitter.locale ?? 'en',
            extraHTTPHeaders: sitter.cookie ? { cookie: sitter.cookie } : {},
          });
          const page = await context.newPage();
          await page.goto(sitter.path, { waitUntil: 'networkidle' });
          const height = await page.evaluate(() => document.documentElement.scrollHeight);
          // The window grows to the page, so that what stays at its bottom is not drawn across the middle.
          await page.setViewportSize({ width: viewport.width, height: Math.min(height, LONGEST) });
          const png = await page.screenshot();
          await sharp(png)
            .webp({ quality: 68, effort: 6 })
            .toFile(join(folder, `${sitter.name}-${size}-${colorScheme}.webp`));
          await context.close();
        }
  } finally {
    await browser.close();
  }
}

/** `/c/gornje-selo/needs?open=1` → `c-gornje-selo-needs`. */
const nameOf = (path: string): string =>
  (path.split('?')[0] ?? '')
    .split('/')
    .filter(Boolean)
    .join('-')
    .replaceAll(/[^\w-]/g, '') || 'front';

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      base: { type: 'string', default: 'http://localhost:3000' },
      to: { type: 'string', default: 'docs/manual/pictures' },
    },
  });
  await takePictures(
    values.base,
    positionals.map((path) => ({ name: nameOf(path), path })),
    values.to,
  );
}
