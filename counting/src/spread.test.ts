import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from './spread.ts';

const stories = JSON.parse(readFileSync(new URL('../vectors/spread/stories.json', import.meta.url), 'utf8'));

describe('spread', () => {
  for (const story of stories) {
    it(story.story, () => {
      const figures: Record<string, number> = { ...spread(story.numbers) };
      for (const [name, value] of Object.entries(story.expect)) expect(figures[name]).toBeCloseTo(value as number, 3);
    });
  }

  it('does not depend on who is named first, nor on the unit', () => {
    const amounts = fc
      .array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1 })
      .filter((list) => list.some((n) => n > 0));
    fc.assert(
      fc.property(amounts, (numbers) => {
        expect(spread([...numbers].reverse())).toEqual(spread(numbers));
        expect(spread(numbers.map((n) => n * 1000)).gini).toBeCloseTo(spread(numbers).gini, 12);
      }),
    );
  });

  it('keeps every figure inside its bounds, however large the numbers', () => {
    const amounts = fc.array(fc.double({ min: 0, max: 1e308, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(
        amounts.filter((list) => list.some((n) => n > 0)),
        (numbers) => {
          const { gini, hhi, effective, effectiveVoices, top } = spread(numbers);
          expect(gini).toBeGreaterThanOrEqual(-1e-9);
          expect(gini).toBeLessThan(1);
          expect(hhi).toBeLessThanOrEqual(1 + 1e-9);
          expect(effective).toBeLessThanOrEqual(numbers.length + 1e-9);
          expect(effectiveVoices).toBeLessThanOrEqual(numbers.length + 1e-9);
          expect(top).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('says what is wrong with numbers that no one can share', () => {
    expect(() => spread([])).toThrow('nothing-to-share');
    expect(() => spread([0, 0])).toThrow('nothing-to-share');
    expect(() => spread([3, -1])).toThrow('not-an-amount');
    expect(() => spread([Number.NaN])).toThrow('not-an-amount');
  });
});
