import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decompose, NOTHING_LEFT } from './decompose.ts';
import { programmeOf } from './kinds.ts';
import { arrange } from './pool.ts';
import { relaxedLeximin } from './relaxed.ts';
import { loadSolver } from './solver.ts';

const values = { gender: 'fm', age: 'ymo', place: 'nsew', school: 'bh' };
const person = fc.tuple(...Object.values(values).map((list) => fc.constantFrom(...list)));

it('writes the fairest fractions as a mixture of whole panels that each meet every rule', async () => {
  const highs = await loadSolver();
  let met = 0;
  fc.assert(
    fc.property(fc.array(person, { minLength: 30, maxLength: 90 }), fc.integer({ min: 1, max: 2 }), (people, slack) => {
      const pool = people.map((list, i) => ({
        id: `p${i}`,
        attributes: Object.fromEntries(Object.keys(values).map((name, a) => [name, list[a]])),
      }));
      const size = 12;
      const quotas = Object.keys(values).flatMap((attribute, a) =>
        [...new Set(people.map((list) => list[a]))].map((value) => {
          const count = people.slice(0, size).filter((list) => list[a] === value).length;
          return { attribute, value, min: Math.max(0, count - slack), max: count + slack };
        }),
      );
      const programme = programmeOf(arrange(pool, quotas, size));
      const relaxed = relaxedLeximin(highs, programme);
      if (!relaxed) throw new Error('no fractions');
      const { compositions, left } = decompose(highs, programme, relaxed.seats);
      for (const { seats } of compositions) {
        for (const { kinds, least, most } of programme.rules) {
          const sum = kinds.reduce((total, kind) => total + seats[kind], 0);
          expect(sum >= least && sum <= most).toBe(true);
        }
        expect(seats.every((count, kind) => count >= 0 && count <= programme.kinds[kind].most)).toBe(true);
      }
      if (left > NOTHING_LEFT) return;
      met++;
      relaxed.seats.forEach((count, kind) => {
        const mixed = compositions.reduce((sum, one) => sum + one.share * one.seats[kind], 0);
        expect(mixed).toBeCloseTo(count, 5);
      });
    }),
    { numRuns: 15 },
  );
  expect(met).toBeGreaterThan(5);
});
