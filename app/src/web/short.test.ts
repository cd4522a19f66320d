import { beforeAll, expect, test } from 'vitest';
import { type TestVillage, testVillage } from '#rooms/communities/server/testing.ts';
import { codeOf, lengthen, shorten } from './short.ts';

let village: TestVillage;
let code: string;
const slug = 'lipovac';
beforeAll(async () => {
  village = await testVillage();
  await village.found(await village.person('Mira'), slug);
  code = (await codeOf(village.house, slug)) ?? '';
});

test('a community has a few letters of its own, without vowels', () => {
  expect(code).toMatch(/^[bcdfghjkmnpqrstvwxz]{3}$/);
});

test('every shared page has a short address that leads back to it', async () => {
  for (const page of [
    '',
    '/needs',
    '/needs/21',
    '/offers/4',
    '/forum/7',
    '/forum/conversations/3',
    '/decisions/9',
    '/decisions/9/outcome',
    '/gatherings/5',
    '/gatherings/5/report',
    '/gatherings/cycles/2',
    '/commitments',
    '/commitments/6',
    '/practice/cases/8',
  ]) {
    const short = shorten(`/c/${slug}${page}`, { slug, code });
    expect(short?.length ?? 99).toBeLessThanOrEqual(12);
    expect(await lengthen(village.house, String(short).slice(3))).toBe(`/c/${slug}${page}`);
  }
});

test('a page without one keeps its long address, and letters of nobody lead nowhere', async () => {
  for (const page of [`/c/${slug}/needs/21/wordings`, `/c/${slug}/who/5`, '/c/drugo/needs/21', '/about'])
    expect(shorten(page, { slug, code })).toBeUndefined();
  for (const short of ['n21zzz', `q21${code}`, `n${code}`, 'n021zzz', `o0${code}`, '../c', ''])
    expect(await lengthen(village.house, short)).toBeUndefined();
});

test('capital letters, as somebody types them from a poster, lead there too', async () => {
  expect(await lengthen(village.house, `N21${code.toUpperCase()}`)).toBe(`/c/${slug}/needs/21`);
});
