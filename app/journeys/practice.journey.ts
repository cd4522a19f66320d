import { describe, expect } from 'vitest';
import { insistSound, journey } from './browser.ts';
import { comeAs, whereIs } from './villagers.ts';

const PRACTICE = '/c/praksa-partnerstva/practice';

describe.each([{ javaScript: true }, { javaScript: false }])('on a small phone, scripts: $javaScript', (how) => {
  const story = 'what was told in one place is adapted in another, and who told it first hears of it';
  journey(story, { timeout: 240_000 }, async ({ visit }) => {
    const page = await visit({ ...how, width: 360 });
    await comeAs(page, 'hannah', `${PRACTICE}/cases`);
    await page.locator('main ul.ruled h2 a').last().click();
    const told = whereIs(page);
    await insistSound(page);
    await page.click('#take-up a[href*="how=adapted"]');
    const title = `A van for the choir ${how.javaScript}`;
    await page.fill('[name=title]', title);
    await page.fill('[name=country]', 'no');
    await page.fill('[name=done]', 'The same list and the same turns of drivers, for the choir.');
    await insistSound(page);
    await page.locator('main form button').last().click();
    const own = whereIs(page);
    expect(own).toMatch(new RegExp(`^${PRACTICE}/cases/\\d+$`));
    await page.click('#publish button');
    expect(await page.locator('[role=alert], .trouble').first().isVisible()).toBe(true);
    await page.goto(`${own}/edit`);
    await page.fill('[name=changed]', 'Nobody sings alone in February.');
    await page.locator('main form button').last().click();
    await page.click('#publish button');
    await expect.poll(() => page.locator('#publish').count()).toBe(0);
    await insistSound(page);

    const reader = await visit({ ...how, width: 360 });
    await reader.goto(told);
    expect(await reader.locator('#tree figcaption').innerText()).toContain(title);
    await comeAs(reader, 'ana', '/notices');
    // The word goes round by a job that ticks every few seconds; the newest notice leads to what it tells of.
    const newest = async () => {
      await reader.goto('/notices');
      await reader.locator('main li a').first().click();
      return whereIs(reader);
    };
    await expect.poll(newest, { interval: 1000 }).toBe(own);
  });
});

journey('four cases lie side by side and are read one under the other on a phone', async ({ visit }) => {
  const page = await visit({ width: 360 });
  await page.goto(`${PRACTICE}/cases/compare`);
  const boxes = page.locator('#choose input[type=checkbox]');
  await boxes.nth(0).check();
  await page.click('#choose button');
  expect(await page.locator('main, body').first().innerText()).toMatch(/two, three or four/i);
  await page.goto(`${PRACTICE}/cases/compare`);
  for (const at of [0, 1, 2]) await boxes.nth(at).check();
  await page.click('#choose button');
  await insistSound(page);
  expect(await page.locator('tbody tr').first().locator('td').count()).toBe(3);
});

journey('only a practice has these pages', async ({ visit }) => {
  const page = await visit({ width: 360 });
  await page.goto('/c/praksa-partnerstva');
  expect(await page.locator(`header a[href="${PRACTICE}"]`).count()).toBe(1);
  await page.goto('/c/gornja-lipa');
  expect(await page.locator('a[href="/c/gornja-lipa/practice"]').count()).toBe(0);
  const answer = await page.goto('/c/gornja-lipa/practice');
  expect(answer?.status()).toBe(404);
});
