import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyQueues, asQueues } from './any-queues.reference.ts';
import { pilesOf } from './piles.ts';
import type { Queues } from './strict.ts';

/** Where each ballot lies when these options are closed: its first open wish, `options` when it has none, nothing for a blank. */
function placesByDefinition({ start, option, size }: Queues, options: number, closed: ReadonlySet<number>) {
  return Array.from({ length: size }, (_, row) => {
    const wishes = [...option.subarray(start[row], start[row + 1])];
    return wishes.length === 0 ? undefined : (wishes.find((wish) => !closed.has(wish)) ?? options);
  });
}

function agrees({ queues, options }: { queues: Queues; options: number }, order: readonly number[]): void {
  const piles = pilesOf(queues, options);
  const places: (number | undefined)[] = new Array(queues.size).fill(undefined);
  const move = (row: number): void => {
    places[row] = piles.next(row);
  };
  piles.each([options], move);
  const closed = new Set<number>();
  expect(places).toEqual(placesByDefinition(queues, options, closed));
  for (let i = 0; i < order.length; i += 1 + (i % 3)) {
    const out = order.slice(i, i + 1 + (i % 3));
    for (const option of out) closed.add(option);
    out.forEach(piles.closeTo);
    piles.each(out, move);
    expect(places).toEqual(placesByDefinition(queues, options, closed));
  }
}

describe('piles of ballots', () => {
  it('are those of the first open wish, however many options there are', () => {
    for (const most of [1, 2, 7, 8, 31, 120]) {
      const cases = anyQueues(most).chain((given) =>
        fc.tuple(fc.constant(given), fc.shuffledSubarray(Array.from({ length: given.options }, (_, i) => i))),
      );
      fc.assert(
        fc.property(cases, ([given, order]) => agrees(given, order)),
        { numRuns: 60 },
      );
    }
  });
  it('hold ballots that name all of a thousand options', () => {
    const all = Array.from({ length: 1000 }, (_, i) => i);
    const ballots = [all, [...all].reverse(), [999], [], all.map((i) => (i * 7) % 1000)];
    agrees({ queues: asQueues(ballots), options: 1000 }, all.slice(0, 400));
  });
  it('hold more ballots than are looked at together', () => {
    const ballots = Array.from({ length: 5000 }, (_, i) => [i % 5, (i + 1 + (i % 4)) % 5].slice(0, i % 3));
    agrees({ queues: asQueues(ballots), options: 5 }, [3, 0, 4, 1, 2]);
  });
});
