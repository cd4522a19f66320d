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
    await writer.click('a[href*="/folds/"]');
    await insistSound(writer);
    await writer.fill('[name=words]', 'Био сам љут, али кључа стварно нема.');
    await writer.click('#appeal button');
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
      expect(await raiser.locator('form[id^=report-]').count()).toBe(0);

      const reader = await visit({ javaScript: false, width: 360 });
      await comeAs(reader, 'jelena', need);
      await reader.locator('details:has(form[id^=report-]) > summary').click();
      await insistFits(reader);
      await reader.selectOption('form[id^=report-] [name=reason]', 'private');
      await reader.fill('form[id^=report-] [name=words]', 'Њени дугови нису наша ствар.');
      await reader.click('form[id^=report-] button');
      expect(new URL(reader.url()).search).toContain('told');

      const desk = await visit({ locale: 'sr-Cyrl' });
      await comeAs(desk, 'vera', '/c/gornja-lipa/desk');
      await desk.locator('main a[href$="/desk/forum"]').first().click();
      const thing = desk.locator('li', { hasText: TITLE });
      expect(await thing.innerText()).toContain('Њени дугови нису наша ствар.');
      expect(await desk.locator('main').innerText()).not.toContain('Јелена');
      await insistSound(desk);
      await thing.locator('form[action*="aside"] button').click();
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
    const fold = desk.locator('details:has([name=about][value=need])', { has: desk.locator('form[action="?/fold"]') });
    await fold.locator('> summary').click();
    await fold.locator('[name=answer]').fill('Без прозивања.');
    await fold.locator('form button').click();
    await anyone.goto(need);
    expect(await anyone.locator('meta[property="og:image"]').count()).toBe(0);
    for (const who of [anyone, desk]) expect((await who.request.get(picture)).status()).toBe(404);
  });
});

describe('words beside a “me too” that hurt', () => {
  const TITLE = 'Пчеле у димњаку амбара';
  // Each reads in the script they chose.
  const CURSE = /Милутин краде ланце|Milutin krade lance/;
  const ANSWER = /Није доказано|Nije dokazano/;

  journey('are folded on their page; who wrote them reads why, appeals, and is heard', async ({ visit }) => {
    const raiser = await visit({ locale: 'sr-Cyrl' });
    await comeAs(raiser, 'zoran', '/c/gornja-lipa/needs/new');
    await raiser.fill('main [name=title]', TITLE);
    await raiser.click('main form:has([name=title]) button:not([type=button])');
    await raiser.waitForURL(/needs\/\d+\?raised/);
    const need = new URL(raiser.url()).pathname;

    const writer = await visit({ javaScript: false, width: 360, locale: 'sr-Cyrl' });
    await comeAs(writer, 'jelena', need);
    await writer.fill('#support [name=words]', 'Милутин краде ланце.');
    await writer.click('#support button');
    expect(await writer.locator('#me-too').innerText()).toMatch(CURSE);

    const desk = await visit({ locale: 'sr-Cyrl', width: 360 });
    await comeAs(desk, 'vera', need);
    const words = desk.locator('#me-too li', { hasText: CURSE });
    await words.locator('details:has(form[id^=fold-]) > summary').click();
    await insistFits(desk);
    await words.locator('form[id^=fold-] [name=answer]').fill('Није доказано.');
    await words.locator('form[id^=fold-] button').click();
    await expect.poll(() => desk.locator('#me-too').innerText()).toMatch(ANSWER);

    await raiser.goto(need);
    const seen = await raiser.locator('main').innerText();
    expect([CURSE.test(seen), ANSWER.test(seen)]).toEqual([false, true]);
    await insistSound(raiser);

    await writer.goto('/notices');
    await writer
      .locator('main li a', { hasText: /Пчеле у димњаку|Pčele u dimnjaku/ })
      .first()
      .click();
    expect(await writer.locator('main').innerText()).toMatch(CURSE);
    await writer.fill('[name=words]', 'То пише у записнику.');
    await writer.click('#appeal button');
    const fold = new URL(writer.url()).pathname;

    const second = await visit({ locale: 'sr-Cyrl', width: 360 });
    await comeAs(second, 'dragan', fold);
    await insistSound(second);
    await second.check('form[action*="answer"] [value=yes]');
    await second.fill('form[action*="answer"] [name=answer]', 'Тачно, у записнику је.');
    await second.click('form[action*="answer"] button:not([type=button])');
    await raiser.goto(need);
    expect(await raiser.locator('#me-too').innerText()).toMatch(CURSE);
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
