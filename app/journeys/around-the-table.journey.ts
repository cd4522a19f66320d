import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { insistSound, journey, type Visit } from './browser.ts';
import { layFirstDay } from './demo-house.ts';
import { type RunningHouse, startHouse } from './running-house.ts';
import { belgradeMinute, signIn, whereIs } from './villagers.ts';

const PRACTICE = '/c/praksa-partnerstva';
const MINUTE = 60_000;
const DAY = 86_400_000;
const MONTHS_LATER = '95';

interface Walk {
  readonly how: Visit;
  readonly theme: string;
  readonly question: string;
  readonly hands: string;
  readonly step: string;
  readonly lesson: string;
  /** Who takes the case up elsewhere, and for which place. */
  readonly adopts: { readonly who: string; readonly place: string };
}

/** On a small phone with JavaScript, in Latin; without, in Cyrillic. */
const walks: readonly Walk[] = [
  {
    how: { width: 360, locale: 'sr-Latn' },
    theme: 'Kako se deli cisterna među selima',
    question: 'Ko drži ključ kad domaćin otputuje?',
    hands: 'Ključ drže dve kuće',
    step: 'Spisak ključeva na vratima škole',
    lesson: 'Cisterna po redu, u Lipnici',
    adopts: { who: 'milena', place: 'Липница' },
  },
  {
    how: { width: 360, locale: 'sr-Cyrl', javaScript: false },
    theme: 'Како се бира ко говори у име села',
    question: 'Колико дуго неко говори у име села?',
    hands: 'Највише две године',
    step: 'Правило исписано на табли дома',
    lesson: 'Говори се у пару, у Горњој Липи',
    adopts: { who: 'radmila', place: 'Горња Липа' },
  },
];

describe('people sit down around one table', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'sofra-table-'));
  let house: RunningHouse;
  const open = async (daysAhead = '0') => {
    house = await startHouse({ DATA_DIR: dataDir, SOFRA_DEMO: 'yes', SOFRA_DEMO_DAYS: daysAhead });
  };
  beforeAll(() => {
    layFirstDay(dataDir);
    return open();
  }, 300_000);
  afterAll(async () => {
    await house.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  journey('from the call to a word that is asked about three months later', { timeout: 600_000 }, async ({ visit }) => {
    const come = async (walk: Walk, who: string, path: string): Promise<Page> => {
      const page = await visit({ ...walk.how, origin: house.origin });
      await signIn(page, who, path);
      return page;
    };
    const held: string[] = [];
    for (const walk of walks) {
      const vera = await come(walk, 'vera', `${PRACTICE}/gatherings/new`);
      const gathering = await call(vera, walk);
      const drita = await come(walk, 'drita', `${gathering}/register`);
      await register(drita, { gathering, walk });
      const second = await visit({ origin: house.origin });
      await signIn(second, 'ana', `${gathering}/hall`);
      await (walk.how.javaScript === false ? recordOnline : recordOffline)({ device: vera, second, gathering, walk });
      await conclude(vera, { gathering, walk });
      held.push(gathering);
    }
    await house.stop();
    await open(MONTHS_LATER);
    for (const [index, walk] of walks.entries()) {
      const gathering = held[index];
      await report(await come(walk, 'vera', `${gathering}/report/edit`), gathering);
      await answer(await come(walk, 'milena', `${PRACTICE}/commitments?view=waits`), walk);
      const anyone = await visit({ ...walk.how, origin: house.origin });
      await readReport(anyone, { gathering, walk });
      await adopt(await come(walk, walk.adopts.who, `${PRACTICE}/practice/cases`), { anyone, walk });
    }
  });
});

async function call(page: Page, { theme }: Walk): Promise<string> {
  await insistSound(page);
  await page.check('[name=kind][value=thematic-event]', { force: true });
  await page.fill('[name=theme]', theme);
  await page.fill('[name=place]', 'Дом културе');
  await page.fill('[name=startsAt]', belgradeMinute(Date.now() + 20 * MINUTE));
  await page.fill('[name=endsAt]', belgradeMinute(Date.now() + 120 * MINUTE));
  await page.click('main form:last-of-type > button:last-of-type, main form button:not([type=button])');
  expect(whereIs(page)).toMatch(/\/gatherings\/\d+/);
  await insistSound(page);
  return new URL(page.url()).pathname;
}

async function register(page: Page, { gathering, walk }: { gathering: string; walk: Walk }): Promise<void> {
  await insistSound(page);
  await page.click('#register button');
  await insistSound(page);
  await page.goto(`${gathering}/questions`);
  await unfold(page, '#ask');
  await page.fill('#ask [name=text]', walk.question);
  await page.click('#ask button:not([type=button])');
  await page.locator('main').getByText(walk.question).first().waitFor();
  await insistSound(page);
}

interface Hall {
  readonly device: Page;
  /** Another helper's device, always with network. */
  readonly second: Page;
  readonly gathering: string;
  readonly walk: Walk;
}

const showHands = async (page: Page, question: string, yes: string): Promise<void> => {
  await page.fill('#hands-form [name=question]', question);
  await page.fill('#hands-form [name=yes]', yes);
  await page.click('#hands-form button');
};

/** One device loses the network: what it records waits in the open, survives a reload, and arrives once. */
async function recordOffline({ device, second, gathering, walk }: Hall): Promise<void> {
  const waiting = (count: number) =>
    device.waitForSelector(`[data-hall][data-waiting="${count}"]`, { timeout: 30_000 });
  await device.goto(`${gathering}/hall`);
  await waiting(0);
  await device.waitForSelector('[data-kept]:not([hidden])');
  await device.waitForFunction(async (path) => (await caches.match(path)) !== undefined, `${gathering}/hall`);
  await insistSound(device);
  await device.context().setOffline(true);
  await device.click('#person-0 button[name=present]');
  await waiting(1);
  await showHands(device, walk.hands, '17');
  await waiting(2);
  // Meanwhile another device records the same hands otherwise.
  await second.goto(`${gathering}/hall`);
  await showHands(second, walk.hands, '19');
  await second.waitForSelector('[data-record="hands"] li');
  await device.reload();
  await waiting(2);
  await device.fill('#minutes-form [name=text]', 'Dogovoreno da ključ drže dve kuće.');
  await device.click('#minutes-form button');
  await waiting(3);
  await device.context().setOffline(false);
  await waiting(0);
  await device.reload();
  await insistSound(device);
  // Nothing was overwritten: a person says which of the two is right.
  expect(await device.locator('[data-record="hands"]').innerText()).toContain('19');
  expect(await device.locator('#conflicts').innerText()).toContain('17');
  await device.click('#conflicts button[name=as][value=standing], #conflicts button');
  expect(await device.locator('[data-record="hands"]').innerText()).toContain('19');
  await second.reload();
  expect(await second.locator('main').innerText()).toContain('ključ drže dve kuće');
}

async function recordOnline({ device, gathering, walk }: Hall): Promise<void> {
  await device.goto(`${gathering}/hall`);
  await device.click('#person-0 button[name=present]');
  await showHands(device, walk.hands, '17');
  expect(await device.locator('[data-record="hands"]').innerText()).toContain('17');
  await device.fill('#minutes-form [name=text]', 'Договорено: највише две године.');
  await device.click('#minutes-form button');
  expect(await device.locator('#minutes-form [name=text]').inputValue()).toContain('највише две године');
  await insistSound(device);
}

/** Presses open what is folded round a form. */
async function unfold(page: Page, form: string): Promise<void> {
  for (const fold of await page.locator(`details:not([open]):has(${form})`).all())
    await fold.locator('> summary').click();
}

async function conclude(page: Page, { gathering, walk }: { gathering: string; walk: Walk }): Promise<void> {
  await page.goto(`${gathering}/reflect`);
  await unfold(page, '#conclude');
  await page.fill('#conclude [name=text]', walk.hands);
  await page.click('#conclude button:not([type=button])');
  await unfold(page, '#step');
  await page.fill('#step [name=what]', walk.step);
  await page.fill('#step [name=dueOn]', new Date(Date.now() + 60 * DAY).toISOString().slice(0, 10));
  await page.click('#step button:not([type=button])');
  expect(await page.locator('main').innerText()).toContain(walk.step);
  await insistSound(page);
}

async function report(page: Page, gathering: string): Promise<void> {
  await insistSound(page);
  await unfold(page, '#write-summary');
  await page.fill('#write-summary [name=text]', 'Једно вече, једно питање, једна дата реч.');
  await page.click('#write-summary button:not([type=button])');
  await unfold(page, '#publish');
  await page.click('#publish button');
  await page.goto(`${gathering}/report`);
  await insistSound(page);
}

async function answer(page: Page, { step }: Walk): Promise<void> {
  await page.getByRole('link', { name: step }).first().click();
  await unfold(page, '#answer-form');
  await page.check('#answer-form [name=answer][value=kept]', { force: true });
  await page.click('#answer-form button:not([type=button])');
  await insistSound(page);
}

async function readReport(page: Page, { gathering, walk }: { gathering: string; walk: Walk }): Promise<void> {
  await page.goto(`${gathering}/report`);
  const words = await page.locator('main').innerText();
  for (const said of [walk.question, walk.step]) expect(words).toContain(said);
  await insistSound(page);
  const pdf = await page.request.get(`${gathering}/report.pdf`);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const docx = await page.request.get(`${gathering}/report.docx`);
  expect((await docx.body()).subarray(0, 2).toString()).toBe('PK');
}

/** Elsewhere somebody does what a case of the practice tells, and says how it went there. */
async function adopt(page: Page, { anyone, walk }: { anyone: Page; walk: Walk }): Promise<void> {
  await page.goto(`${PRACTICE}/practice/cases/new?from=${await firstCase(page)}&how=adapted`);
  await insistSound(page);
  await page.check('[name=how][value=adapted]', { force: true });
  await page.selectOption('[name=party]', { label: walk.adopts.place });
  await page.fill('[name=title]', walk.lesson);
  await page.fill('[name=country]', 'RS');
  for (const asked of ['context', 'done', 'changed', 'failed', 'notWhere'])
    await page.fill(`[name=${asked}]`, 'Код нас је ишло овако, корак по корак.');
  await page.click('main form[enctype] button:not([type=button])');
  expect(whereIs(page)).toMatch(/\/practice\/cases\/\d+$/);
  await page.click('#publish button');
  await anyone.goto(`${PRACTICE}/practice/cases/tree`);
  expect(await anyone.locator('main').innerText()).toContain(walk.lesson);
  await insistSound(anyone);
}

async function firstCase(page: Page): Promise<string> {
  const href = await page
    .locator('main a[href*="/practice/cases/"]')
    .evaluateAll((links) =>
      links.map((link) => link.getAttribute('href') ?? '').find((one) => /\/cases\/\d+$/.test(one)),
    );
  return /\d+$/.exec(href ?? '')?.[0] ?? '';
}
