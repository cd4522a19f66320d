import { expect, test } from 'vitest';
import { keepPace } from './pace.ts';

test('lets so many through at once, then as many as time brings', () => {
  const pace = { most: 3, seconds: 30 };
  for (let time = 0; time < 3; time += 1) keepPace('one', pace, 0);
  expect(() => keepPace('one', pace, 5_000)).toThrow('platform.too-many');
  keepPace('one', pace, 10_001);
  expect(() => keepPace('one', pace, 10_002)).toThrow('platform.too-many');
  keepPace('another', pace, 10_002);
});
