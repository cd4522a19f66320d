import { expect } from 'vitest';
import { insistSound, journey } from './browser.ts';
import { comeAs } from './villagers.ts';

const CARDS = '/c/gornja-lipa/desk/cards';

journey('who has neither phone nor email comes in by a card printed at the desk', async ({ visit }) => {
  const desk = await visit({ width: 360, locale: 'sr-Cyrl' });
  await comeAs(desk, 'vera', CARDS);
  await insistSound(desk);
  await desk.fill('[name=names]', 'Станојка Ђурић\nПерса Лазић');
  await desk.click('main form button:not([type=button])');
  const codes = await desk.locator('.sheet .code').allInnerTexts();
  expect(codes).toHaveLength(2);
  await insistSound(desk);

  const villager = await visit({ javaScript: false, width: 360, locale: 'sr-Cyrl' });
  await villager.goto('/card');
  await villager.fill('[name=card]', codes[0] ?? '');
  await villager.click('#card button');
  await villager.goto('/me');
  expect(await villager.locator('main').innerText()).toContain('Станојка');
  await insistSound(villager);
  await villager.goto('/c/gornja-lipa/seat');
  expect(await villager.locator('main').innerText()).not.toBe('');
  await insistSound(villager);
});

journey('a card that is none says so and keeps what was typed', async ({ visit }) => {
  const page = await visit({ width: 360 });
  await page.goto('/card');
  await page.fill('[name=card]', 'AAAA-BBBB-CCCC-DDDD');
  await page.click('#card button');
  expect(await page.locator('main [role=alert], main .summary, main .error').first().innerText()).not.toBe('');
  expect(await page.inputValue('[name=card]')).toContain('AAAA');
  await insistSound(page);
});
