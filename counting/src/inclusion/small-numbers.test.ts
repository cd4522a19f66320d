import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayRedraw, smallestShown, suppressRow, suppressTable } from './small-numbers.ts';

describe('smallestShown', () => {
  it('is 5 at the desk, 11 in public, and 11 everywhere for disability, ethnicity, religion and complaints', () => {
    expect(smallestShown('desk', ['gender'])).toBe(5);
    expect(smallestShown('public')).toBe(11);
    expect(smallestShown('desk', ['gender', 'disability'])).toBe(11);
  });
});

describe('suppressRow', () => {
  it('hides a small number and the next smallest with it', () => {
    expect(suppressRow([3, 20, 40], 5)).toEqual([null, null, 40]);
  });

  it('shows a zero that reveals nobody', () => {
    expect(suppressRow([0, 30, 30], 11)).toEqual([0, 30, 30]);
    expect(suppressRow([0, 0], 11)).toEqual([0, 0]);
  });

  it('hides a number whose complement is small, and everything when all are alike', () => {
    expect(suppressRow([40, 4], 5)).toEqual([null, null]);
    expect(suppressRow([40, 0], 5)).toEqual([null, null]);
  });

  it('leaves a line alone where every number is large enough', () => {
    expect(suppressRow([12, 11, 30], 11)).toEqual([12, 11, 30]);
  });

  it('never leaves a hidden number to be worked out from the total', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 2, maxLength: 8 }), fc.constantFrom(5, 11), (counts, k) => {
        const shown = suppressRow(counts, k);
        const hidden = counts.filter((_, index) => shown[index] === null);
        expect(hidden.length).not.toBe(1);
        expect(shown.every((count) => count === null || count === 0 || count >= k)).toBe(true);
        const sum = hidden.reduce((a, b) => a + b, 0);
        if (hidden.length > 0 && hidden.length < counts.length) expect(sum).toBeGreaterThanOrEqual(k);
      }),
    );
  });
});

describe('suppressTable', () => {
  it('hides along rows and columns until no single cell of a line is hidden', () => {
    const cell = fc.nat(60);
    const table = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 })).chain(([rows, columns]) => {
      const row = fc.array(cell, { minLength: columns, maxLength: columns });
      return fc.array(row, { minLength: rows, maxLength: rows });
    });
    fc.assert(
      fc.property(table, (rows) => {
        const shown = suppressTable(rows, 5);
        for (const row of shown) expect(row.filter((count) => count === null).length).not.toBe(1);
        for (const c of rows[0].keys()) expect(shown.filter((row) => row[c] === null).length).not.toBe(1);
      }),
    );
  });
});

describe('mayRedraw', () => {
  it('waits for the next day and for five more', () => {
    expect(mayRedraw({ day: 3, tookPart: 10 }, { day: 3, tookPart: 30 })).toBe(false);
    expect(mayRedraw({ day: 3, tookPart: 10 }, { day: 4, tookPart: 14 })).toBe(false);
    expect(mayRedraw({ day: 3, tookPart: 10 }, { day: 4, tookPart: 15 })).toBe(true);
  });
});
