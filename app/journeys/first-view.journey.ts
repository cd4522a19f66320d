import { describe, expect } from 'vitest';
import { insistAccessible, insistFits, journey, weigh } from './browser.ts';

/** What a first view may cost on the wire, everything it loads by itself included. */
const BUDGET = 60_000;

/** The pages a person may come to first, without an account. */
const doors = ['/', '/sign-in'];

describe.each(doors)('%s, the first time', (path) => {
  journey('costs less than the budget of a first view', async ({ visit }) => {
    const { total, bySort } = await weigh(await visit({ width: 360 }), path);
    expect(total, JSON.stringify(bySort)).toBeLessThan(BUDGET);
  });

  journey('fits a small phone and can be read by everyone, light and dark', async ({ visit }) => {
    for (const dark of [false, true]) {
      const page = await visit({ width: 360, locale: 'sr-Cyrl', dark });
      await page.goto(path);
      await insistFits(page);
      await insistAccessible(page);
    }
  });

  journey('is whole without JavaScript, and carries no marks for any', async ({ visit }) => {
    const page = await visit({ javaScript: false });
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    expect(await answer?.text()).not.toMatch(/<!--[[\]]/);
    expect(await page.locator('main').innerText()).not.toBe('');
  });
});
