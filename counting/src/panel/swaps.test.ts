import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestSwap, missed, move, type Seating } from './swaps.ts';

/** The plain definition: tries every pair and looks at what is missed then. */
function everySwap(bounds: Parameters<typeof bestSwap>[0], seating: Seating, by: Parameters<typeof bestSwap>[2]) {
  let best = { missed: missed(bounds, seating), seats: seating.seats };
  for (const out of by.order) {
    for (const into of by.order) {
      if (out === into || seating.seats[out] <= bounds.lower[out] || seating.seats[into] >= bounds.upper[into])
        continue;
      const swapped = { seats: seating.seats.slice(), sums: seating.sums.slice() };
      move(by.rulesOf, swapped, [out, -1]);
      move(by.rulesOf, swapped, [into, 1]);
      const now = missed(bounds, swapped);
      if (now < best.missed) best = { missed: now, seats: swapped.seats };
    }
  }
  return best.seats;
}

const number = fc.nat(4);
const situation = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 5 })).chain(([kinds, rules]) =>
  fc.record({
    seats: fc.array(number, { minLength: kinds, maxLength: kinds }),
    upper: fc.array(number, { minLength: kinds, maxLength: kinds }),
    order: fc.shuffledSubarray([...Array(kinds).keys()], { minLength: kinds }),
    rulesOf: fc.array(fc.subarray([...Array(rules).keys()]), { minLength: kinds, maxLength: kinds }),
    ranges: fc.array(fc.tuple(fc.nat(8), fc.nat(2)), { minLength: rules, maxLength: rules }),
  }),
);

it('makes the same swap as trying every pair', () => {
  fc.assert(
    fc.property(situation, ({ seats: drawn, upper, order, rulesOf, ranges }) => {
      const seats = Int32Array.from(drawn, (count, kind) => Math.min(count, upper[kind]));
      const sums = Int32Array.from(ranges, (_, rule) =>
        seats.reduce((sum, count, kind) => sum + (rulesOf[kind].includes(rule) ? count : 0), 0),
      );
      const rowLower = ranges.map(([least]) => least);
      const rowUpper = ranges.map(([least, more]) => least + more);
      const bounds = { lower: upper.map(() => 0), upper, rowLower, rowUpper };
      const expected = everySwap(bounds, { seats, sums }, { rulesOf, order });
      const helps = bestSwap(bounds, { seats, sums }, { rulesOf, order });
      expect(helps).toBe(expected !== seats);
      expect([...seats]).toEqual([...expected]);
    }),
    { numRuns: 400 },
  );
});
