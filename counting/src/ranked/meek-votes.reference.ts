import { sumsOf, type Units } from '../ballots/units.ts';
import type { Queues } from './strict.ts';

/** Meek's distribution as it is defined: every ballot gives to one option after another what that keeps of what is left of it. `keep` is in billionths. */
export function meekVotesByDefinition(
  { queues, units }: { queues: Queues; units: Units },
  keep: readonly number[],
): bigint[] {
  const sums = sumsOf(units, keep.length);
  for (let row = 0; row < queues.size; row++) {
    let left = 1_000_000_000n;
    for (let at = queues.start[row]; left > 0n && at < queues.start[row + 1]; at++) {
      const option = queues.option[at];
      const kept = (left * BigInt(keep[option]) + 999_999_999n) / 1_000_000_000n;
      sums.add(option, row, Number(kept));
      left -= kept;
    }
  }
  return sums.read();
}
