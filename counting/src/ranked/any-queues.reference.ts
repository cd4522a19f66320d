import fc from 'fast-check';
import type { Queues } from './strict.ts';

/** Random strict ballots on up to so many options, blanks among them, long and short. */
export function anyQueues(mostOptions: number): fc.Arbitrary<{ queues: Queues; options: number }> {
  return fc.integer({ min: 1, max: mostOptions }).chain((options) => {
    const all = Array.from({ length: options }, (_, i) => i);
    return fc
      .array(fc.shuffledSubarray(all), { maxLength: 12 })
      .map((ballots) => ({ queues: asQueues(ballots), options }));
  });
}

/** Lists of options as queues. */
export function asQueues(ballots: readonly (readonly number[])[]): Queues {
  const start = new Uint32Array(ballots.length + 1);
  ballots.forEach((wishes, row) => {
    start[row + 1] = start[row] + wishes.length;
  });
  return { size: ballots.length, start, option: Uint32Array.from(ballots.flat()) };
}
