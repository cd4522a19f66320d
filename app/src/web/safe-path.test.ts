import { expect, test } from 'vitest';
import { nextOf, safePath, withNext } from './safe-path.ts';

test('a path of this house stays as it is', () => {
  expect(safePath('/c/lipa/needs?page=2#n4')).toBe('/c/lipa/needs?page=2#n4');
});
test('whatever leads out of the house leads to the front page', () => {
  for (const wished of [
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/.//elsewhere.example',
    'javascript:alert(1)',
    'c/lipa',
    '',
    null,
    undefined,
    { a: 1 },
  ])
    expect(safePath(wished)).toBe('/');
});
test('where somebody wanted to go is carried on', () => {
  const url = new URL('http://localhost/sign-in?next=%2Fc%2Flipa');
  expect(nextOf(url)).toBe('/c/lipa');
  expect(withNext('/sign-in/code', url)).toBe('/sign-in/code?next=%2Fc%2Flipa');
  expect(withNext('/sign-in/code', new URL('http://localhost/sign-in'))).toBe('/sign-in/code');
});
