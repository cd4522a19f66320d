import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { banzhaf, banzhafSwings } from './banzhaf.ts';

const stories = JSON.parse(readFileSync(new URL('../../vectors/power/banzhaf.json', import.meta.url), 'utf8'));

/** The plain definition: walk through every coalition. */
function plainSwings(seats: readonly number[], quota: number): number[] {
  const swings = seats.map(() => 0);
  for (let coalition = 0; coalition < 2 ** seats.length; coalition++) {
    const inside = seats.map((_, holder) => ((coalition >> holder) & 1) === 1);
    const total = seats.reduce((sum, weight, holder) => sum + (inside[holder] ? weight : 0), 0);
    seats.forEach((weight, holder) => {
      if (inside[holder] && total >= quota && total - weight < quota) swings[holder]++;
    });
  }
  return swings;
}

describe('banzhaf', () => {
  for (const story of stories) {
    it(story.story, () => {
      banzhaf(story.seats, story.quota).forEach((share, index) => {
        expect(share).toBeCloseTo(story.expect[index], 3);
      });
    });
  }

  it('counts the same swings as walking through every coalition', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 1, max: 90 }),
        (seats, quota) => {
          fc.pre(quota <= seats.reduce((a, b) => a + b, 0));
          expect(banzhafSwings(seats, quota)).toEqual(plainSwings(seats, quota));
        },
      ),
    );
  });

  it('stays exact with 24 holders of very different size', () => {
    const seats = Array.from({ length: 24 }, (_, i) => 3 ** i);
    const quota = 3 ** 23;
    expect(banzhafSwings(seats, quota)).toEqual(seats.map((_, i) => (i === 23 ? 2 ** 23 : 0)));
    expect(banzhaf(Array(24).fill(1), 13)).toEqual(Array(24).fill(1 / 24));
  });

  it('says why it refuses', () => {
    expect(() => banzhaf([], 1)).toThrow('no-seats');
    expect(() => banzhaf([1.5], 1)).toThrow('seats-not-whole');
    expect(() => banzhaf([1, 2], 4)).toThrow('quota-out-of-reach');
    expect(() => banzhaf([1, 2], 0)).toThrow('quota-not-positive');
    expect(() => banzhaf(Array(33).fill(1), 17)).toThrow('too-many-holders');
  });
});
