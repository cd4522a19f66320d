import { expect, test } from 'vitest';
import { ANY } from '#platform/memory.ts';
import { addBody, type KeptPage, openPageCache } from './page-cache.ts';

const page = (...tags: string[]): KeptPage => ({
  status: 200,
  headers: {},
  bodies: new Map([['identity', Buffer.from('x')]]),
  tags,
  keptAt: 1000,
});

test('touching a community drops its pages and those that show any, and leaves the rest', () => {
  const cache = openPageCache();
  cache.keep('a', page('one'), cache.generation);
  cache.keep('b', page('two'), cache.generation);
  cache.keep('front', page(ANY), cache.generation);
  cache.touch(['one']);
  expect(cache.find('a', 1000)).toBeUndefined();
  expect(cache.find('front', 1000)).toBeUndefined();
  expect(cache.find('b', 1000)).toBeDefined();
});

test('a page rendered before a touch is not kept after it', () => {
  const cache = openPageCache();
  const before = cache.generation;
  cache.touch(['two']);
  cache.keep('a', page('one'), before);
  expect(cache.find('a', 1000)).toBeUndefined();
});

test('what belongs to no community touches every page', () => {
  const cache = openPageCache();
  cache.keep('a', page('one'), cache.generation);
  cache.touch(['00000000-0000-0000-0000-000000000000']);
  expect(cache.find('a', 1000)).toBeUndefined();
});

test('no page lives longer than a minute', () => {
  const cache = openPageCache();
  cache.keep('a', page('one'), cache.generation);
  expect(cache.find('a', 61_001)).toBeUndefined();
});

test('an encoding made while the page was touched does not bring the old page back', () => {
  const cache = openPageCache();
  const old = page('one');
  cache.keep('a', old, cache.generation);
  addBody(cache, 'a', { page: old, encoding: 'gzip', body: Buffer.from('y') });
  const grown = cache.find('a', 1000);
  expect([...(grown?.bodies.keys() ?? [])]).toEqual(['identity', 'gzip']);
  cache.touch(['one']);
  if (grown) addBody(cache, 'a', { page: grown, encoding: 'zstd', body: Buffer.from('z') });
  expect(cache.find('a', 1000)).toBeUndefined();
});

test('the oldest page leaves when there are too many, and when they weigh too much', () => {
  const cache = openPageCache();
  for (let at = 0; at <= 500; at += 1) cache.keep(`p${at}`, page('one'), cache.generation);
  expect(cache.find('p0', 1000)).toBeUndefined();
  expect(cache.find('p1', 1000)).toBeDefined();
  const heavy = { ...page('two'), bodies: new Map([['identity', Buffer.alloc(13 * 1024 * 1024)]]) };
  cache.keep('h1', heavy, cache.generation);
  cache.keep('h2', heavy, cache.generation);
  expect(cache.find('h1', 1000)).toBeUndefined();
  expect(cache.find('h2', 1000)).toBeDefined();
});
