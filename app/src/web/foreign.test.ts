import { expect, test } from 'vitest';
import { isForeign } from './foreign.ts';

const house = new URL('http://sofra.example:3000/sign-in');
const post = (headers: Record<string, string>, method = 'POST') =>
  isForeign(new Request(house, { method, headers }), house);

test('a form of this house is taken, whatever the browser says of it', () => {
  expect(post({ 'sec-fetch-site': 'same-origin' })).toBe(false);
  expect(post({ 'sec-fetch-site': 'none' })).toBe(false);
  expect(post({ origin: 'https://sofra.example:3000' })).toBe(false);
  expect(post({ referer: 'http://sofra.example:3000/sign-in' })).toBe(false);
});

test('a form of another site is not, nor of a neighbour under the same domain', () => {
  expect(post({ 'sec-fetch-site': 'cross-site', origin: 'http://sofra.example:3000' })).toBe(true);
  expect(post({ 'sec-fetch-site': 'same-site' })).toBe(true);
  expect(post({ origin: 'https://elsewhere.example' })).toBe(true);
  expect(post({ origin: 'null' })).toBe(true);
  expect(post({ referer: 'https://elsewhere.example/a' })).toBe(true);
});

test('reading is for everyone, and a server that is no browser is heard', () => {
  expect(post({ 'sec-fetch-site': 'cross-site' }, 'GET')).toBe(false);
  expect(post({})).toBe(false);
});
