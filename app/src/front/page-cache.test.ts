import { expect, test } from 'vitest';
import { ANY, type KeptPage, PageCache } from './page-cache.ts';

const page = (...tags: string[]): KeptPage => ({
  status: 200,
  headers: {},
  bodies: new Map([['identity', Buffer.from('x')]]),
  tags,
  keptAt: 1000,
});

test('touching a community drops its pages and those that show any, and leaves the rest', () => {
  const cache = new PageCache();
  cache.keep('a', page('one'), cache.generation);
  cache.keep('b', page('two'), cache.generation);
  cache.keep('front', page(ANY), cache.generation);
  cache.touch(['one']);
  expect(cache.find('a', 1000)).toBeUndefined();
  expect(cache.find('front', 1000)).toBeUndefined();
  expect(cache.find('b', 1000)).toBeDefined();
});

test('a page rendered before a touch is not kept after it', () => {
  const cache = new PageCache();
  const before = cache.generation;
  cache.touch(['two']);
  cache.keep('a', page('one'), before);
  expect(cache.find('a', 1000)).toBeUndefined();
});

test('what belongs to no community touches every page', () => {
  const cache = new PageCache();
  cache.keep('a', page('one'), cache.generation);
  cache.touch(['00000000-0000-0000-0000-000000000000']);
  expect(cache.find('a', 1000)).toBeUndefined();
});

test('no page lives longer than a minute', () => {
  const cache = new PageCache();
  cache.keep('a', page('one'), cache.generation);
  expect(cache.find('a', 61_001)).toBeUndefined();
});
