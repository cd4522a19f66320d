import { expect, test } from 'vitest';
import { makeKept } from './kept.ts';

test('the same text is made once, and what was not asked for longest is made again', () => {
  const made: string[] = [];
  const make = (text: string) => {
    made.push(text);
    return text.toUpperCase();
  };
  const kept = makeKept(8);
  for (const text of ['ab', 'cd', 'ab', 'ef', 'ab', 'cd']) expect(kept(text, make)).toBe(text.toUpperCase());
  expect(made).toEqual(['ab', 'cd', 'ef', 'cd']);
});

test('a text larger than all there is room for is made each time and holds nothing else back', () => {
  const kept = makeKept(4);
  let made = 0;
  const make = (text: string) => {
    made += 1;
    return text;
  };
  kept('long text', make);
  kept('long text', make);
  expect(made).toBe(2);
});
