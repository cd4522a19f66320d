import { expect, test } from 'vitest';
import { testDatabase } from './database/testing.ts';
import { demoOrReal } from './setting.ts';

const now = new Date('2026-05-01T10:00:00Z');
const home = 'http://localhost:3000';

test('being a demo is decided at the first start and stays written', async () => {
  const house = await testDatabase();
  await house.truncate();
  expect(await demoOrReal(house.db, { origin: home }, now)).toBe(true);
  await expect(demoOrReal(house.db, { demo: 'no', origin: home }, now)).rejects.toThrow('holds the demo town');
  expect(await demoOrReal(house.db, { origin: home }, now)).toBe(true);
});

test('a demo that others can reach needs a plain yes', async () => {
  const house = await testDatabase();
  await house.truncate();
  await expect(demoOrReal(house.db, { origin: 'https://selo.example' }, now)).rejects.toThrow('SOFRA_DEMO=yes');
  expect(await demoOrReal(house.db, { demo: 'yes', origin: 'https://selo.example' }, now)).toBe(true);
});

test('a real house stays real', async () => {
  const house = await testDatabase();
  await house.truncate();
  expect(await demoOrReal(house.db, { demo: 'no', origin: home }, now)).toBe(false);
  expect(await demoOrReal(house.db, { demo: 'yes', origin: home }, now)).toBe(false);
});
