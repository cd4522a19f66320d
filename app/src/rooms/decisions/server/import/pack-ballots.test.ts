import type { Ballots } from '@sofra/counting';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PackedBallot, packBallots, ROWS_A_PART, unpackBallots } from './pack-ballots.ts';

const ballotsOf = (rows: readonly PackedBallot[]): Ballots => {
  const start = [0];
  for (const { options } of rows) start.push(start[start.length - 1] + options.length);
  return {
    size: rows.length,
    start: Uint32Array.from(start),
    option: Uint32Array.from(rows.flatMap(({ options }) => options)),
    value: Int32Array.from(rows.flatMap(({ values }) => values)),
    times: Uint32Array.from(rows.map(({ times }) => times)),
  };
};
const unpacked = (ballots: Ballots) => [...packBallots(ballots)].flatMap((part) => [...unpackBallots(part)]);

const ballot = fc
  .record({
    times: fc.integer({ min: 1, max: 0xffffffff }),
    marks: fc.array(fc.tuple(fc.nat(99_999), fc.integer({ min: -0x7fffffff, max: 0x7fffffff })), { maxLength: 12 }),
  })
  .map(({ times, marks }) => ({ times, options: marks.map(([o]) => o), values: marks.map(([, v]) => v) }));

test('whatever is packed comes out as it went in', () => {
  fc.assert(
    fc.property(fc.array(ballot, { maxLength: 30 }), (rows) => {
      expect(unpacked(ballotsOf(rows))).toEqual(rows);
    }),
  );
});

test('no part holds more than a thousand distinct ballots', () => {
  const rows = Array.from({ length: 2_500 }, (_, at) => ({ times: 1, options: [at], values: [1] }));
  const parts = [...packBallots(ballotsOf(rows))];
  expect(parts.map((part) => part.rows)).toEqual([ROWS_A_PART, ROWS_A_PART, 500]);
  expect(parts.flatMap((part) => [...unpackBallots(part)])).toEqual(rows);
});

test('a part that was cut off is refused, not guessed', () => {
  const [part] = packBallots(ballotsOf([{ times: 300, options: [1, 2], values: [1, 1] }]));
  expect(() => [...unpackBallots({ rows: 1, bytes: part.bytes.subarray(0, -1) })]).toThrow(RangeError);
});
