import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const asked: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  // Where each of the thousand things that are well stands is what took most of its time.
  resultTypes: ['violations'],
  preload: false,
};

/** Insists that axe finds nothing against WCAG 2.2 AA on the page as it stands. */
export async function insistAccessible(page: Page): Promise<void> {
  await page.evaluate(axe);
  const { violations }: AxeResults = await page.evaluate(
    (options) => (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(document, options),
    asked,
  );
  const words = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html).join('\n  ')}`,
  );
  expect(words, `not accessible: ${page.url()}`).toEqual([]);
}
