import { sumsOf, type Units } from '../ballots/units.ts';
import type { Queues } from './strict.ts';

/** One whole, in billionths: the nine decimals of the reference rule. */
export const one = 1_000_000_000n;

/**
 * Distributes ballots by how much each option keeps of what reaches it. `keep` is in billionths and may be changed between
 * distributions: 10^9 = keeps all (hopeful), less = elected, 0 = excluded. Votes are whole numbers of 1 ÷ (bottom × 10^9).
 */
export function meekVotes({ queues, units, options }: { queues: Queues; units: Units; options: number }) {
  const keep = new Float64Array(options).fill(1e9);
  return {
    keep,
    distribute(): bigint[] {
      const sums = sumsOf(units, options);
      for (let row = 0; row < queues.size; row++) {
        let left = 1e9;
        for (let at = queues.start[row]; left > 0 && at < queues.start[row + 1]; at++) {
          const option = queues.option[at];
          const kept = keptPart(left, keep[option]);
          if (kept === 0) continue;
          sums.add(option, row, kept);
          left -= kept;
        }
      }
      return sums.read();
    },
  };
}

/** ⌈left × keep ÷ 10^9⌉ of two whole numbers up to 10^9, in plain numbers that never pass 2^53: `keep` is taken apart at 10^5. */
function keptPart(left: number, keep: number): number {
  if (keep === 1e9) return left;
  const high = Math.floor(keep / 1e5);
  const large = left * high;
  const whole = Math.floor(large / 1e4);
  const rest = (large - whole * 1e4) * 1e5 + left * (keep - high * 1e5);
  return whole + Math.ceil(rest / 1e9);
}
