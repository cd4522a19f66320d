import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { insistAccessible } from './accessible.ts';
import { launchChromium } from './chromium.ts';
import { demoOrigin } from './demo-house.ts';

/** How a person comes: everything absent is a desk with JavaScript, English, light, in the shared demo house. */
export interface Visit {
  readonly javaScript?: boolean;
  /** Pixels of width; 360 is a small phone. */
  readonly width?: number;
  /** The language the browser asks for: `sr-Cyrl`, `mk`, `en` … */
  readonly locale?: string;
  readonly dark?: boolean;
  /** Another house than the shared one. */
  readonly origin?: string;
}

interface Fixtures {
  /** Opens a page of a new person (no cookies). Complaints of the browser's console fail the journey at its end. */
  visit(how?: Visit): Promise<Page>;
}

const runsScripts = new WeakMap<Page, boolean>();

const kept = globalThis as { sofraBrowser?: Promise<Browser> };

/** A story told in a real browser. Its title is a promise to people. */
export const journey = test.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: the test runner reads from the pattern which fixtures are asked for
  visit: async ({}, use) => {
    kept.sofraBrowser ??= launchChromium();
    const browser = await kept.sofraBrowser;
    const contexts: { close(): Promise<void> }[] = [];
    const complaints: string[] = [];
    await use(async (how = {}) => {
      const context = await browser.newContext(settingsOf(how));
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      hearComplaints(page, complaints);
      runsScripts.set(page, how.javaScript ?? true);
      return page;
    });
    for (const context of contexts) await context.close();
    expect(complaints, 'the browser complained').toEqual([]);
  },
});

const settingsOf = (how: Visit): BrowserContextOptions => ({
  baseURL: how.origin ?? demoOrigin(),
  javaScriptEnabled: how.javaScript ?? true,
  viewport: { width: how.width ?? 1280, height: 800 },
  locale: how.locale ?? 'en',
  colorScheme: how.dark ? 'dark' : 'light',
  reducedMotion: 'reduce',
});

/** A refused style or script and an uncaught error are bugs; a page that answers 4xx is a story's own business. */
function hearComplaints(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
    complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.url()}: ${response.status()}`);
  });
}

/** Insists that nothing sticks out sideways, which on a phone means scrolling to read. */
export async function insistFits(page: Page): Promise<void> {
  const [needed, there] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth];
  });
  expect(needed, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(there);
}

const rooms = readdirSync(join(import.meta.dirname, '../src/locales/en')).map((name) => name.replace('.json', ''));

/** A key that was shown instead of its sentence: `needs.form.title`. */
const BARE_KEY = new RegExp(`(?<![\\w@./-])(?:${rooms.join('|')})\\.[a-z]+(?:[.-][a-z-]+)+(?![\\w@])`);

/** Insists that every form can be sent twice and is done once. Language and theme only say again what they said. */
async function insistKeyed(page: Page): Promise<void> {
  const keyless = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLFormElement>('form[method=post]:not(:has(input[name=_key]))')]
      .map((form) => form.getAttribute('action') ?? '')
      .filter((action) => action !== '/language' && action !== '/theme'),
  );
  expect(keyless, `${page.url()} has forms without a key`).toEqual([]);
}

/**
 * Insists that a page can be read by everyone at its width, says sentences, not keys, and has only forms that a double click
 * does once. Without JavaScript axe can't look.
 */
export async function insistSound(page: Page): Promise<void> {
  // After a press the page that follows may still be on its way.
  await page.waitForLoadState();
  await insistFits(page);
  await insistKeyed(page);
  const words = await page.locator('body').innerText();
  expect(BARE_KEY.exec(words)?.[0], `${page.url()} shows a key`).toBeUndefined();
  if (runsScripts.get(page) !== false) await insistAccessible(page);
}

export { insistAccessible } from './accessible.ts';
export { weigh } from './weigh.ts';
