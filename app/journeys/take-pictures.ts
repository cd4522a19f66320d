import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { launchChromium } from './chromium.ts';
import { signIn } from './villagers.ts';

/** One page to be taken, and the name its pictures get. */
export interface Sitter {
  readonly name: string;
  readonly path: string;
  /** From there on, the links that are followed first, by selector. */
  readonly follow?: readonly string[];
  /** Who of the demo looks; absent: nobody signed in. */
  readonly as?: string;
}

/** The ways every page is looked at. */
const widths = { 360: 740, 1280: 860 } as const;
const schemes = ['light', 'dark'] as const;

/** A very long page is cut here: the picture is for looking at, not for archiving. */
const LONGEST = { 360: 2000, 1280: 1500 } as const;

/** Takes each page at two widths, light and dark, as small WebP files `name-360-light.webp`. */
export async function takePictures(base: string, sitters: readonly Sitter[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const browser = await launchChromium();
  const known = new Map<string, Cookies>();
  try {
    for (const width of [360, 1280] as const)
      for (const colorScheme of schemes)
        for (const sitter of sitters) {
          const viewport = { width, height: widths[width] };
          const context = await browser.newContext({ baseURL: base, viewport, colorScheme, locale: 'en' });
          const page = await context.newPage();
          if (sitter.as) await comeInEnglish(page, sitter.as, known);
          await open(page, sitter);
          const png = await wholePage(page, { width, longest: LONGEST[width] });
          const file = join(folder, `${sitter.name}-${width}-${colorScheme}.webp`);
          await sharp(png).webp({ quality: 60, effort: 6, smartSubsample: true }).toFile(file);
          await context.close();
        }
  } finally {
    await browser.close();
  }
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** Signs in the first time and chooses English, so that the frame of every picture reads the same. */
async function comeInEnglish(page: Page, mailbox: string, known: Map<string, Cookies>): Promise<void> {
  const cookies = known.get(mailbox);
  if (cookies) return page.context().addCookies(cookies);
  await signIn(page, mailbox, '/');
  await page.click('form[action="/language"] >> xpath=ancestor::details/summary');
  await page.click('form[action="/language"] button[value=en]');
  known.set(mailbox, await page.context().cookies());
}

async function open(page: Page, { path, follow = [] }: Sitter): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
  for (const link of follow) {
    const href = await page.locator(link).first().getAttribute('href');
    await page.goto(href ?? path, { waitUntil: 'networkidle' });
  }
}

/** The window grows to the page, so that what stays at its bottom is not drawn across the middle. */
async function wholePage(page: Page, { width, longest }: { width: number; longest: number }): Promise<Buffer> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(height, longest) });
  return page.screenshot();
}
