import { type Units, wholeSums } from '../ballots/units.ts';
import { firstWay, hopeful, meekWays, out, part } from './meek-ways.ts';
import type { Queues } from './strict.ts';

/** One whole, in billionths: the nine decimals of the reference rule. */
export const one = 1_000_000_000n;

/**
 * Distributes ballots by how much each option keeps of what reaches it. `keep` is in billionths and may be lowered between
 * distributions: 10^9 = keeps all (hopeful), less = elected, 0 = excluded. Votes are whole numbers of 1 ÷ (bottom × 10^9).
 * What a ballot gives to whom depends only on the elected options it meets before the first hopeful one, so ballots that meet the
 * same lie together and are counted together: a distribution costs as much as there are such ways, and a ballot
 * is touched again only when an option on its way is elected or excluded.
 */
export function meekVotes({ queues, units, options }: { queues: Queues; units: Units; options: number }) {
  const keep = new Float64Array(options).fill(1e9);
  const ways = meekWays({ queues, units, options });
  const fates = new Uint8Array(options);
  const classes = units.each.length;
  return {
    keep,
    distribute(): bigint[] {
      for (let option = 0; option < options; option++) {
        if (keep[option] !== 1e9 && fates[option] === hopeful) fates[option] = keep[option] === 0 ? out : part;
      }
      ways.leadOn(fates);
      const sums = wholeSums(units, options);
      const left = new Float64Array(ways.size());
      left[0] = 1e9;
      for (let way = firstWay; way < left.length; way++) {
        const option = ways.lastOf(way);
        left[way] = left[ways.parentOf(way)];
        if (left[way] <= 0 || keep[option] === 0) continue;
        const kept = keptPart(left[way], keep[option]);
        for (let w = 0; w < classes; w++) sums.add(option * classes + w, ways.voters(way, w), kept);
        left[way] -= kept;
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
