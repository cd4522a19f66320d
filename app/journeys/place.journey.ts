import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect } from 'vitest';
import { makeStreets } from '../src/front/streets/testing.ts';
import { insistSound, journey, weigh } from './browser.ts';
import { demoDataDir } from './demo-house.ts';
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

/** How many points of the drawn streets have a colour of the page. */
const drawnIn = (page: Page, token: string): Promise<number> =>
  page.evaluate((name) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = `var(${name})`;
    const wanted = getComputedStyle(probe).color.match(/\d+/g)?.map(Number) ?? [];
    probe.remove();
    let found = 0;
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.map canvas')) {
      const { width, height } = canvas;
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, width, height) ?? { data: [] };
      for (let at = 0; at < data.length; at += 4)
        if (wanted.every((part, place) => data[at + place] === part)) found += 1;
    }
    return found;
  }, token);

journey(
  'where the host put a file of streets there, they are drawn, by this house alone and in the script of the page',
  async ({ visit }) => {
    const file = join(demoDataDir(), 'map.pmtiles');
    const page = await visit({ width: 360, locale: 'sr-Cyrl', dark: true });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    writeFileSync(file, makeStreets([43.42, 22.31]));
    try {
      await page.goto('/c/gornja-lipa/needs/map');
      await page.click('button[data-streets]');
      await page.locator('.map .need-pin').first().waitFor();
      await expect.poll(() => drawnIn(page, '--paper')).toBeGreaterThan(1000);
      expect(await drawnIn(page, '--ink')).toBeGreaterThan(50);
      expect(await page.locator('.map').innerText()).toContain('OpenStreetMap');
      await page.locator('.map .need-pin', { hasText: '+' }).first().press('Enter');
      expect(await page.locator('.leaflet-popup a').first().getAttribute('href')).toMatch(/\/needs\/\d+$/);
      await insistSound(page);
      await comeAs(page, 'nikola', NEW);
      await page.locator('main form summary').first().click();
      await page.click('[data-pick]');
      await expect.poll(() => drawnIn(page, '--paper')).toBeGreaterThan(1000);
      expect(await page.locator('#form-pick > p').first().innerText()).toMatch(/^(Улице|Ulice) /);
      await page.locator('#form-pick > .row button').click();
      expect(await page.inputValue('[name=point]')).toMatch(/^43\.\d{5}, 22\.\d{5}$/);
      await insistSound(page);
      expect(asked.filter((url) => new URL(url).origin !== new URL(page.url()).origin)).toEqual([]);
    } finally {
      rmSync(file);
    }
  },
);

journey(
  'without JavaScript the needs of a place are drawn, and nothing is offered that would not work',
  async ({ visit }) => {
    const page = await visit({ javaScript: false, width: 360 });
    await page.goto('/c/gornja-lipa/needs/map');
    expect(await page.locator('#need-map a').count()).toBeGreaterThan(2);
    expect(await page.locator('main button:visible').count()).toBe(0);
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

journey(
  'a page is shared with a picture and a short address, and the letters of that alone lead to the village',
  async ({ visit }) => {
    const page = await visit({ javaScript: false, width: 360 });
    await page.goto('/c/gornja-lipa/needs');
    const links = await page.locator('main a').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    const need = links.find((href) => /\/needs\/\d+$/.test(href)) ?? '';
    await page.goto(need);
    await page.locator('#share summary').click();
    const [, short = '', code = ''] = /\/s\/(n\d+([a-z]{3,6}))$/.exec(await page.inputValue('#share-text')) ?? [];
    expect(short).not.toBe('');
    const picture = await page.locator('#share a[download]').getAttribute('href');
    const drawn = await page.request.get(picture ?? '');
    expect(await sharp(await drawn.body()).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
    expect(await page.locator('meta[property="og:image"]').getAttribute('content')).toContain(picture);
    await page.goto(`/s/${short.toUpperCase()}`);
    expect(new URL(page.url()).pathname).toBe(need);
    await page.goto(`/s/${code}`);
    expect(new URL(page.url()).pathname).toBe('/c/gornja-lipa');
    expect((await page.goto('/s/n1zzzzzz'))?.status()).toBe(404);
  },
);
