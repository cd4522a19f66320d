import { expect } from 'vitest';
import { insistSound, journey, weigh } from './browser.ts';
import { comeAs } from './villagers.ts';

const NEW = '/c/gornja-lipa/needs/new';

journey(
  'the place of a need is chosen on a map, which is loaded when one asks for it and not before',
  async ({ visit }) => {
    const page = await visit({ width: 360, locale: 'sr-Cyrl' });
    await comeAs(page, 'nikola', NEW);
    const { total, bySort } = await weigh(page, NEW);
    expect(total, JSON.stringify(bySort)).toBeLessThan(60_000);
    await page.fill('[name=title]', 'Клупа код старог млина');
    await page.locator('main form summary').first().click();
    await page.click('[data-pick]');
    await page.locator('.map .leaflet-interactive').first().waitFor();
    await insistSound(page);
    await page.locator('#form-pick > .row button').click();
    expect(await page.inputValue('[name=point]')).toMatch(/^43\.\d{5}, 22\.\d{5}$/);
    await page.click('#form > button.main');
    await page.waitForURL(/\/needs\/\d+\?/);
    expect(await page.locator('main').innerText()).toMatch(/43\.\d+, 22\.\d+/);
    await insistSound(page);
  },
);

journey('without JavaScript the centre of the place is chosen by a tick', async ({ visit }) => {
  const page = await visit({ javaScript: false, width: 360 });
  await comeAs(page, 'nikola', NEW);
  await page.fill('[name=title]', 'Огласна табла у центру');
  await page.locator('main form summary').first().click();
  await page.check('[name=centre]');
  await page.click('#form > button.main');
  expect(new URL(page.url()).pathname).toMatch(/\/needs\/\d+$/);
  expect(await page.locator('main').innerText()).toMatch(/43\.\d+, 22\.\d+/);
});

journey('a short address from a poster leads to its page, and its letters alone to the village', async ({ visit }) => {
  const page = await visit({ javaScript: false, width: 360 });
  await page.goto('/c/gornja-lipa/needs');
  const links = await page.locator('main a').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
  const need = links.find((href) => /\/needs\/\d+$/.test(href)) ?? '';
  await page.goto(need);
  await page.locator('#share summary').click();
  const [, short = '', code = ''] = /\/s\/(n\d+([a-z]{3,6}))$/.exec(await page.inputValue('#share-text')) ?? [];
  expect(short).not.toBe('');
  await page.goto(`/s/${short.toUpperCase()}`);
  expect(new URL(page.url()).pathname).toBe(need);
  await page.goto(`/s/${code}`);
  expect(new URL(page.url()).pathname).toBe('/c/gornja-lipa');
  expect((await page.goto('/s/n1zzzzzz'))?.status()).toBe(404);
});
