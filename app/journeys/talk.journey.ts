import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { insistFits, insistSound, journey } from './browser.ts';
import { comeAs } from './villagers.ts';

const THREAD = '/c/gornja-lipa/forum/1';
const WORDS = 'Који то паметњаковић опет крије кључ?';

/** Opens what stands folded under a post and sends its form. */
async function sendUnder(page: Page, { post, deed, words }: Record<'post' | 'deed' | 'words', string>): Promise<void> {
  const box = page.locator(`#${post} details:has(form[action*="${deed}"])`);
  await box.locator('summary').click();
  await box.locator(deed === 'fold' ? '[name=answer]' : '[name=words]').fill(words);
  await box.locator('form button').click();
}

describe('words that hurt', () => {
  journey('are told of, folded with a reason, and their writer may appeal', { timeout: 240_000 }, async ({ visit }) => {
    const writer = await visit({ width: 360, locale: 'sr-Cyrl' });
    await comeAs(writer, 'zoran', THREAD);
    await writer.fill('#answer [name=text]', WORDS);
    await writer.click('#answer button');
    expect(await writer.locator('main').innerText()).toContain(WORDS);
    await insistSound(writer);
    const post = (await writer.locator('[id^="p-"]').last().getAttribute('id')) ?? '';

    const reader = await visit({ width: 360 });
    await comeAs(reader, 'jelena', THREAD);
    await sendUnder(reader, { post, deed: 'report', words: 'Vređa Dragana.' });
    expect(new URL(reader.url()).search).toContain('told');
    await insistSound(reader);

    const desk = await visit({ locale: 'sr-Cyrl' });
    await comeAs(desk, 'vera', '/c/gornja-lipa/desk/forum');
    expect(await desk.locator('main').innerText()).toContain(WORDS);
    await insistSound(desk);
    await desk.goto(THREAD);
    await sendUnder(desk, { post, deed: 'fold', words: 'Питај без увреде.' });

    const anyone = await visit({ javaScript: false, width: 360 });
    await anyone.goto(THREAD);
    expect(await anyone.locator('main').innerText()).not.toContain(WORDS);

    await writer.goto(THREAD);
    await writer.click('a[href*="/forum/appeal/"]');
    await insistSound(writer);
    await writer.fill('[name=words]', 'Био сам љут, али кључа стварно нема.');
    await writer.click('main form button:not([type=button])');
    expect(await writer.locator('main').innerText()).toContain('Био сам љут');

    const second = await visit({ width: 360 });
    await comeAs(second, 'dragan', '/c/gornja-lipa/desk/forum');
    expect(await second.locator('main').innerText()).toContain('Био сам љут');
    await insistSound(second);
  });
});

describe('a need that hurts', () => {
  const TITLE = 'Ограда код Милице која увек дугује';

  journey(
    'is reported on an old phone, read at the desk and let stand, and whoever told hears of it',
    async ({ visit }) => {
      const raiser = await visit();
      await comeAs(raiser, 'zoran', '/c/gornja-lipa/needs/new');
      await raiser.fill('main [name=title]', TITLE);
      await raiser.click('main form:has([name=title]) button:not([type=button])');
      await raiser.waitForURL(/needs\/\d+\?raised/);
      const need = new URL(raiser.url()).pathname;
      await raiser.goto(need);
      expect(await raiser.locator('#report-need').count()).toBe(0);

      const reader = await visit({ javaScript: false, width: 360 });
      await comeAs(reader, 'jelena', need);
      await reader.locator('details:has(#report-need) > summary').click();
      await insistFits(reader);
      await reader.selectOption('#report-need [name=reason]', 'private');
      await reader.fill('#report-need [name=words]', 'Њени дугови нису наша ствар.');
      await reader.click('#report-need button');
      expect(new URL(reader.url()).search).toContain('told');

      const desk = await visit({ locale: 'sr-Cyrl' });
      await comeAs(desk, 'vera', '/c/gornja-lipa/desk');
      await desk.locator('main a[href$="/desk/forum"]').first().click();
      const thing = desk.locator('li', { hasText: TITLE });
      expect(await thing.innerText()).toContain('Њени дугови нису наша ствар.');
      expect(await desk.locator('main').innerText()).not.toContain('Јелена');
      await insistSound(desk);
      await thing.locator('form[action*="asideNeed"] button').click();
      await expect.poll(() => desk.locator('main').innerText()).not.toContain('Њени дугови');

      // Other stories tell her other things meanwhile: this one names the need by its number.
      const number = new RegExp(`\\b${need.split('/').at(-1)}\\b`);
      await reader.goto('/notices');
      await reader.locator('main li a', { hasText: number }).first().click();
      expect(new URL(reader.url()).pathname).toBe(need);
    },
  );

  journey('gives no picture away any more once it is folded', async ({ visit }) => {
    const raiser = await visit();
    await comeAs(raiser, 'zoran', '/c/gornja-lipa/needs/new');
    await raiser.fill('main [name=title]', 'Комшија коме се не зна име');
    await raiser.click('main form:has([name=title]) button:not([type=button])');
    await raiser.waitForURL(/needs\/\d+\?raised/);
    const need = new URL(raiser.url()).pathname;

    const anyone = await visit({ javaScript: false });
    await anyone.goto(need);
    const picture = (await anyone.locator('meta[property="og:image"]').getAttribute('content')) ?? '';
    const shown = await anyone.request.get(picture);
    expect([shown.status(), shown.headers()['content-type']]).toEqual([200, 'image/jpeg']);

    const desk = await visit({ locale: 'sr-Cyrl' });
    await comeAs(desk, 'vera', need);
    await desk.locator('details:has(#fold-form) > summary').click();
    await desk.fill('#fold-form [name=answer]', 'Без прозивања.');
    await desk.click('#fold-form button');
    await anyone.goto(need);
    expect(await anyone.locator('meta[property="og:image"]').count()).toBe(0);
    for (const who of [anyone, desk]) expect((await who.request.get(picture)).status()).toBe(404);
  });
});

describe('looking for words', () => {
  for (const typed of ['mlin', 'млин', 'кључ', 'kljuc', 'ključ'])
    journey(`“${typed}” is found whichever script it was written in`, async ({ visit }) => {
      const page = await visit({ javaScript: false, width: 360 });
      await page.goto('/c/gornja-lipa/search');
      await page.fill('[name=words]', typed);
      await page.click('#search button');
      expect(await page.locator('main ul a').count()).toBeGreaterThan(0);
      await insistSound(page);
    });
});
