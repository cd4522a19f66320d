import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { insistSound, journey, type Visit } from './browser.ts';
import { belgradeMinute, comeAs, whereIs } from './villagers.ts';

const FORUMS = '/c/gornja-lipa/gatherings/cycles';
const LEAST_OPEN_MS = 90_000;
const PATIENCE_MS = 240_000;

const walks: readonly { readonly as: string; readonly how: Visit; readonly theme: string }[] = [
  { as: 'with JavaScript, on a small phone', how: { width: 360 }, theme: 'Grobljanski put' },
  {
    as: 'without JavaScript, in Cyrillic',
    how: { width: 360, javaScript: false, locale: 'sr-Cyrl' },
    theme: 'Сеоска чесма',
  },
];

describe('a forum of the community', () => {
  for (const walk of walks)
    journey.concurrent(
      `goes from its opening to a choice in which every table weighs the same: ${walk.as}`,
      { timeout: 400_000 },
      async ({ visit }) => {
        const vera = await visit({ ...walk.how, width: 1280 });
        const forum = await open(vera, walk.theme);
        const people = ['nikola', 'jelena', 'radmila', 'zoran'] as const;
        const pages = new Map<string, Page>();
        // Three sit at Water, one at Roads.
        for (const who of people) {
          const page = await visit(walk.how);
          pages.set(who, page);
          await comeAs(page, who, forum);
          await page.click(`#sit-${who === 'zoran' ? 3 : 2} button`);
          expect(await page.locator('#tables .badge').count()).toBe(1);
          await insistSound(page);
        }
        const nikola = pages.get('nikola') as Page;
        await putIdea(nikola, `${forum}/tables/2`);
        for (const [table, title] of [
          [2, 'A tank above the village'],
          [3, 'Gravel on the school road'],
        ] as const)
          await recommend(vera, `${forum}/tables/${table}`, title);
        const decision = await callChoice(vera, forum);
        // By persons it is two to two. By tables a ballot of Water weighs 1/3 and that of Roads 1: the tank has 2/3, the gravel 4/3.
        for (const [who, option] of [
          ['nikola', 1],
          ['jelena', 1],
          ['radmila', 2],
          ['zoran', 2],
        ] as const)
          await vote(pages.get(who) as Page, decision, option);
        await untilCounted(nikola, decision);
        const anyone = await visit({ ...walk.how, locale: 'en' });
        await anyone.goto(`${decision}/outcome`);
        const words = await anyone.locator('main').innerText();
        expect(words).toContain('Chosen: Gravel on the school road.');
        for (const told of ['1.33', '0.67', '1/3', 'Every table weighs the same']) expect(words).toContain(told);
        await insistSound(anyone);
        await anyone.goto(forum);
        expect(await anyone.locator(`#choices a[href="${decision}/outcome"]`).count()).toBe(1);
        await insistSound(anyone);
      },
    );
});

async function open(page: Page, theme: string): Promise<string> {
  await comeAs(page, 'vera', `${FORUMS}/new`);
  await page.fill('[name=theme]', theme);
  await page.click('main form:has([name=theme]) button:not([type=button])');
  expect(whereIs(page)).toMatch(/\/cycles\/\d+\/desk$/);
  for (const name of ['Water', 'Roads']) {
    await page.click('details:has(#table) > summary');
    await page.fill('#table [name=name]', name);
    await page.click('#table button');
  }
  await insistSound(page);
  return new URL(page.url()).pathname.replace(/\/desk$/, '');
}

async function putIdea(page: Page, table: string): Promise<void> {
  await page.goto(table);
  await page.fill('#idea [name=text]', 'Ogradimo kaptažu.');
  await page.check('#idea [name=named]');
  await page.click('#idea button');
  expect(await page.locator('section:has(#idea)').innerText()).toMatch(/kaptažu|каптажу/);
  await insistSound(page);
}

async function recommend(page: Page, table: string, title: string): Promise<void> {
  await page.goto(table);
  await page.click('details:has(#recommend) > summary');
  await page.fill('#recommend [name=title]', title);
  await page.click('#recommend button');
  expect(await page.locator('main').innerText()).toContain(title);
}

async function callChoice(page: Page, forum: string): Promise<string> {
  await page.goto(`${forum}/desk`);
  await page.click('details:has(#choice) > summary');
  await page.fill('#choice [name=question]', 'Šta prvo?');
  for (const box of await page.locator('#choice [name="recommendationIds[]"]').all()) await box.check();
  await page.check('#choice [name=secrecy][value=named]');
  const now = Date.now();
  await page.fill('#choice [name=opensAt]', belgradeMinute(now - 60_000));
  await page.fill('#choice [name=closesAt]', belgradeMinute(Math.ceil((now + LEAST_OPEN_MS) / 60_000) * 60_000));
  await page.click('#choice button:not([type=button])');
  expect(whereIs(page)).toMatch(/\/decisions\/\d+$/);
  await page.click('#open button');
  await insistSound(page);
  return new URL(page.url()).pathname;
}

async function vote(page: Page, decision: string, option: number): Promise<void> {
  await page.goto(decision);
  await page.check(`#ballot [name="options[]"][value="${option}"]`);
  await page.click('#ballot button');
  expect(await page.locator('main .code').innerText()).toMatch(/^\d{4}-\d{4}-\d{4}$/);
}

async function untilCounted(page: Page, decision: string): Promise<void> {
  const outcome = page.locator(`main a[href="${decision}/outcome"]`);
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await page.waitForTimeout(2000)) {
    await page.goto(decision);
    if ((await outcome.count()) > 0) return;
  }
  throw new Error(`${decision} was not counted within ${PATIENCE_MS / 1000} s after the ballots`);
}
