import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Units } from '../ballots/units.ts';
import { anyQueues, asQueues } from './any-queues.reference.ts';
import { meekVotesByDefinition } from './meek-votes.reference.ts';
import { meekVotes } from './meek-votes.ts';
import type { Queues } from './strict.ts';

interface Change {
  readonly option: number;
  readonly keep: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  option: fc.nat(),
  keep: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1_000_000_000 })),
});

/** Ballots of three weights, every third cast by several voters. */
function unitsFor({ size, start, option }: Queues, weighted: boolean): Units {
  const rows = Array.from({ length: size }, (_, row) => row);
  const ballots = {
    size,
    start,
    option,
    value: new Int32Array(option.length),
    times: Uint32Array.from(rows, (row) => 1 + (row % 3) * 4_000_000),
    ...(weighted && { weight: Uint32Array.from(rows, (row) => row % 3) }),
  };
  return { ballots, bottom: weighted ? 21n : 1n, each: weighted ? [21n, 7n, 0n] : [1n] };
}

function agrees(given: { queues: Queues; options: number }, changes: readonly Change[], weighted: boolean): void {
  const { queues, options } = given;
  const units = unitsFor(queues, weighted);
  const count = meekVotes({ queues, units, options });
  expect(count.distribute()).toEqual(meekVotesByDefinition({ queues, units }, [...count.keep]));
  changes.forEach(({ option, keep }, i) => {
    // The excluded stay excluded; the elected may keep less or more than before.
    if (count.keep[option % options] > 0)
      count.keep[option % options] = count.keep[option % options] < 1e9 ? Math.max(keep, 1) : keep;
    if (i % 2 === 1) expect(count.distribute()).toEqual(meekVotesByDefinition({ queues, units }, [...count.keep]));
  });
  expect(count.distribute()).toEqual(meekVotesByDefinition({ queues, units }, [...count.keep]));
}

describe('the distribution of Meek', () => {
  it('is the one by the definition, whoever is elected or excluded, in whatever order', () => {
    fc.assert(fc.property(anyQueues(9), fc.array(change, { maxLength: 24 }), fc.boolean(), agrees), { numRuns: 400 });
  });
  it('is the one by the definition with many options', () => {
    fc.assert(fc.property(anyQueues(60), fc.array(change, { maxLength: 80 }), fc.boolean(), agrees), { numRuns: 60 });
  });
  it('does not depend on the order of the ballots', () => {
    fc.assert(
      fc.property(anyQueues(7), fc.array(change, { maxLength: 12 }), ({ queues, options }, changes) => {
        const turned = Array.from({ length: queues.size }, (_, row) => [
          ...queues.option.subarray(queues.start[row], queues.start[row + 1]),
        ]).reverse();
        const votes = [queues, asQueues(turned)].map((each) => {
          const units = {
            ...unitsFor(each, false),
            ballots: { ...unitsFor(each, false).ballots, times: new Uint32Array(each.size).fill(2) },
          };
          const count = meekVotes({ queues: each, units, options });
          count.distribute();
          for (const { option, keep } of changes) count.keep[option % options] = keep;
          return count.distribute();
        });
        expect(votes[1]).toEqual(votes[0]);
      }),
    );
  });
});
