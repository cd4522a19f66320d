import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { insistSound, journey } from './browser.ts';
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
  journey('are told of, folded with a reason, and their writer may appeal', async ({ visit }) => {
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
