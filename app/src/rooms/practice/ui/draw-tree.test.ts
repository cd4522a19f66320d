import { expect, test } from 'vitest';
import { type Drawable, drawTree, WIDTH } from './draw-tree.ts';

const one = (number: number, from: number | null): Drawable => ({
  number,
  from,
  how: from === null ? null : 'adopted',
  label: 'Zajednička hladnjača u Gornjem Selu',
});

test('a tree of any depth stays within the width of a phone, one row a case', () => {
  const deep = Array.from({ length: 41 }, (_, at) => one(at + 1, at === 0 ? null : at));
  const { leaves, height } = drawTree(deep);
  expect(height).toBe(41 * 34);
  for (const { x, label } of leaves) expect(x + 14 + label.length * 7.6).toBeLessThanOrEqual(WIDTH);
});

test('a line leads down from what was learned from, then to the right', () => {
  const { leaves } = drawTree([one(1, null), one(2, 1), one(3, 1)]);
  expect(leaves.map(({ line }) => line)).toEqual(['', 'M16 25V51H34', 'M16 25V85H34']);
});
