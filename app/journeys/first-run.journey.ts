import { afterAll, beforeAll, describe, expect } from 'vitest';
import { insistSound, journey } from './browser.ts';
import { type RunningHouse, startHouse } from './running-house.ts';

let house: RunningHouse;
let code: number | null | undefined;

beforeAll(async () => {
  house = await startHouse({ SOFRA_DEMO: 'no' });
});
afterAll(async () => {
  if (code === undefined) await house.stop();
});

describe('a house of one’s own', () => {
  journey('says it is not ready until it is', async () => {
    expect(house.healthSeen.at(-1)).toBe(200);
    expect(house.healthSeen.slice(0, -1).every((status) => status === 503)).toBe(true);
  });

  journey('makes its first steward by a form, who comes in with the code it shows', async ({ visit }) => {
    const page = await visit({ width: 360, origin: house.origin });
    await page.goto('/');
    await insistSound(page);
    await page.goto('/first-run');
    await insistSound(page);
    await page.fill('[name=yourName]', 'Стамена Јовић');
    await page.fill('[name=name]', 'Бели Камен');
    await page.fill('[name=slug]', 'beli-kamen');
    await page.fill('[name=place]', 'Бели Камен');
    await page.fill('[name=answersForData]', 'Месна заједница Бели Камен');
    await page.fill('[name=law]', 'Закон о заштити података о личности');
    await page.fill('[name=host]', 'Рачунар у дому културе');
    await page.click('main form button:not([type=button])');
    const card = await page.locator('main .code').innerText();
    await insistSound(page);
    await page.goto('/card');
    await page.fill('[name=card]', card);
    await page.click('#card button');
    await page.goto('/c/beli-kamen/desk');
    expect(await page.locator('h1').count()).toBe(1);
    await insistSound(page);
    await page.goto('/c/beli-kamen');
    await insistSound(page);
  });

  journey('has no second first steward', async ({ visit }) => {
    const page = await visit({ javaScript: false, origin: house.origin });
    const answer = await page.goto('/first-run');
    expect(answer?.status() === 200 && new URL(page.url()).pathname === '/first-run').toBe(false);
  });

  journey('is refused in one clear line when it is started twice', async () => {
    await expect(startHouse({ DATA_DIR: house.dataDir })).rejects.toThrow(
      /ended with 1:\n.*is in use by another running Sofra \(process \d+\); stop it first\.\n$/,
    );
  });

  journey('ends cleanly at Ctrl-C', async () => {
    code = await house.stop();
    expect(code, house.output()).toBe(0);
  });
});
