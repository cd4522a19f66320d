import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { toLatin } from '../src/platform/language/latin.ts';
import { insistSound, journey, type Visit } from './browser.ts';
import { belgradeMinute, comeAs, whereIs } from './villagers.ts';

const HOME = '/c/gornja-lipa';
/** From calling it to the table until the last ballot lies in the box. */
const LEAST_OPEN_MS = 70_000;
const RAISE = 'main form[enctype] button:not([type=button])';
const PATIENCE_MS = 200_000;
const MARK = (option: number): string => `#ballot [name="options[]"][value="${option}"]`;
/** What is said of a ballot that came when the box was closed; read in Latin, whichever script the page is in. */
const CLOSED = 'Kutija je zatvorena, pa ovaj listić nije ušao';

interface Walk {
  readonly how: Visit;
  readonly title: string;
  readonly question: string;
  readonly options: readonly [string, string];
}

/** With JavaScript and without, in Latin and in Cyrillic. */
const walks: readonly (Walk & { readonly as: string })[] = [
  {
    as: 'with JavaScript, in Latin, on a small phone',
    how: { width: 360 },
    title: 'Autobuska stanica kod mlina nema krov',
    question: 'Kakav krov dobija stanica kod mlina?',
    options: ['Drvena nadstrešnica', 'Limeni krov'],
  },
  {
    as: 'without JavaScript, in Cyrillic, at a desk',
    how: { javaScript: false, locale: 'sr-Cyrl' },
    title: 'Читаоници фале столице за децу',
    question: 'Какве столице узимамо за децу?',
    options: ['Дрвене клупице', 'Јастуци на поду'],
  },
];

describe('a need becomes a decision', () => {
  for (const walk of walks)
    journey.concurrent(`and an outcome that anyone can read: ${walk.as}`, { timeout: 300_000 }, async ({ visit }) => {
      const [nikola, jelena, vera] = [await visit(walk.how), await visit(walk.how), await visit(walk.how)];
      const need = await raise(nikola, walk);
      await talk(jelena, need);
      await comeAs(vera, 'vera', need);
      const decision = await callToTheTable(vera, walk);
      await vote(nikola, { decision, option: 1, by: walk.how.javaScript === false ? 'pointer' : 'keyboard' });
      // He thinks better of it in time, and presses when the minute has passed.
      await nikola.check(MARK(2));
      await vote(jelena, { decision, option: 1, by: 'pointer' });
      const anyone = await visit({ ...walk.how, locale: 'en' });
      await anyone.goto(HOME);
      expect(await anyone.locator('#open + ul').innerText()).toContain(walk.question);
      await untilCounted(anyone, decision);
      await comeTooLate(nikola, { decision, marked: walk.options[1] });
      await readOutcome(anyone, { decision, need, walk });
    });
});

async function raise(page: Page, { title }: Walk): Promise<string> {
  await comeAs(page, 'nikola', `${HOME}/needs/new`);
  await insistSound(page);
  await page.fill('[name=title]', title);
  await page.fill('[name=place]', 'Горња Липа');
  await page.click(RAISE);
  if (whereIs(page).endsWith('/new')) {
    // Something alike stands there already: it is shown, and who means another thing presses once more.
    expect(await page.locator('.twins a').count()).toBeGreaterThan(0);
    await insistSound(page);
    await page.click(RAISE);
  }
  expect(whereIs(page)).toMatch(/\/needs\/\d+\?raised/);
  await insistSound(page);
  return new URL(page.url()).pathname;
}

async function talk(page: Page, need: string): Promise<void> {
  await comeAs(page, 'jelena', need);
  await page.fill('#support [name=words]', 'I moja deca.');
  await page.click('#support button');
  await page.fill('#say [name=text]', 'Dva majstora su rekla da može do jeseni.');
  await page.click('#say button');
  expect(await page.locator('#talk').innerText()).toContain('majstora');
  await insistSound(page);
}

async function callToTheTable(page: Page, { question, options }: Walk): Promise<string> {
  await page.click('a[href*="/decisions/new?need="]');
  await insistSound(page);
  await page.fill('[name=question]', question);
  await page.check('[name=method][value=approval]');
  for (const [at, option] of options.entries()) await page.fill(`[name="options.${at}.name"]`, option);
  const now = Date.now();
  await page.fill('[name=opensAt]', belgradeMinute(now - 60_000));
  await page.fill('[name=closesAt]', belgradeMinute(Math.ceil((now + LEAST_OPEN_MS) / 60_000) * 60_000));
  await page.click('main form:has([name=question]) > button, main form:has([name=question]) button:not([type=button])');
  expect(whereIs(page)).toMatch(/\/decisions\/\d+$/);
  await page.click('#open button');
  await page.waitForSelector('main #from-needs');
  return new URL(page.url()).pathname;
}

async function vote(
  page: Page,
  { decision, option, by }: { decision: string; option: number; by: 'keyboard' | 'pointer' },
): Promise<void> {
  await page.goto(decision);
  const mark = MARK(option);
  if (by === 'pointer') {
    await page.check(mark);
    await page.click('#ballot button');
  } else {
    await page.focus(mark);
    await page.keyboard.press('Space');
    await page.focus('#ballot button');
    await page.keyboard.press('Enter');
    await page.waitForURL(/in=box/);
  }
  expect(await page.locator('main .code').innerText()).toMatch(/^\d{4}-\d{4}-\d{4}$/);
  expect(await page.isChecked(mark)).toBe(true);
  await insistSound(page);
}

async function comeTooLate(
  page: Page,
  { decision, marked }: { readonly decision: string; readonly marked: string },
): Promise<void> {
  await page.click('#ballot button');
  await page.waitForURL(/\?\/cast/);
  const read = async () => toLatin(await page.locator('main').innerText());
  const words = await read();
  expect(words).toContain(CLOSED);
  const [, ...after] = words.slice(words.indexOf(CLOSED)).split('\n').filter(Boolean);
  expect(after[0]).toContain(toLatin(marked));
  expect(await page.locator('#ballot').count()).toBe(0);
  await insistSound(page);
  await page.goto(decision);
  expect(await read()).not.toContain(CLOSED);
}

async function untilCounted(page: Page, decision: string): Promise<void> {
  const outcome = page.locator(`main a[href="${decision}/outcome"]`);
  const until = Date.now() + PATIENCE_MS;
  do {
    await page.goto(decision);
    if ((await outcome.count()) > 0) return;
    await page.waitForTimeout(2000);
  } while (Date.now() < until);
  throw new Error(`${decision} was not counted within ${PATIENCE_MS / 1000} s after the ballots`);
}

async function readOutcome(
  page: Page,
  { decision, need, walk }: { decision: string; need: string; walk: Walk },
): Promise<void> {
  await page.goto(`${decision}/outcome`);
  expect(await page.locator('main').innerText()).toContain(walk.options[0]);
  await insistSound(page);
  const file = await page.request.get(`${decision}/recount`);
  expect(file.status()).toBe(200);
  await page.goto(need);
  expect(await page.locator(`main a[href="${decision}/outcome"]`).count()).toBe(1);
  expect(await page.locator('[aria-labelledby=states]').innerText()).toContain(walk.question);
}
