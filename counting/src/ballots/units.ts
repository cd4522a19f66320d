import type { Ballots } from '../election.ts';
import { rational, showRational } from '../rational.ts';

/** The weights of an election over one common bottom, so that votes are whole numbers of 1 ÷ bottom. */
export interface Units {
  readonly ballots: Ballots;
  readonly bottom: bigint;
  /** What one voter of each weight counts, in units. One entry, 1, when nobody is weighted. */
  readonly each: readonly bigint[];
}

/** Exact sums of votes, gathered in plain numbers and only joined with the weights when they are read. */
export interface Sums {
  /** Adds the voters of one row, times `value`, to the sum `index`. */
  add(index: number, row: number, value?: number): void;
  /** The sums in units. */
  read(): bigint[];
}

/** Brings all weights of the ballots over one bottom. */
export function unitsOf(ballots: Ballots): Units {
  const weights = ballots.weight && ballots.weights ? ballots.weights : [rational(1n)];
  const bottom = weights.reduce((common, weight) => leastCommonMultiple(common, weight.bottom), 1n);
  return { ballots, bottom, each: weights.map((weight) => (weight.top * bottom) / weight.bottom) };
}

/** `length` sums, all zero. They stay exact whatever is added: what no longer fits a plain number moves into a bigint. */
export function sumsOf(units: Units, length: number): Sums {
  const { ballots, each } = units;
  const classes = each.length;
  const sums = wholeSums(units, length);
  const weightOf = classes > 1 ? ballots.weight : undefined;
  return {
    add(index, row, value = 1) {
      sums.add(index * classes + (weightOf ? weightOf[row] : 0), ballots.times[row], value);
    },
    read: sums.read,
  };
}

/** Sums like those of `sumsOf`, for who adds up voters of many rows before: `place` is the index of the sum × the number of weights + that of the weight. */
export function wholeSums({ each }: Units, length: number) {
  const classes = each.length;
  const plain = new Float64Array(length * classes);
  const large = new Map<number, bigint>();
  return {
    add(place: number, times: number, value: number): void {
      const sum = plain[place] + times * value;
      if (Number.isSafeInteger(sum)) {
        plain[place] = sum;
        return;
      }
      large.set(place, (large.get(place) ?? 0n) + BigInt(plain[place]) + BigInt(times) * BigInt(value));
      plain[place] = 0;
    },
    read: (): bigint[] =>
      Array.from({ length }, (_, index) =>
        each.reduce((sum, unit, i) => {
          const place = index * classes + i;
          return sum + unit * (BigInt(plain[place]) + (large.get(place) ?? 0n));
        }, 0n),
      ),
  };
}

/** Votes in units as exact text: `12` or `7/3`. */
export const showUnits = (sum: bigint, bottom: bigint): string => showRational(rational(sum, bottom));

/** Votes in units of 1 ÷ (bottom × 10^decimals): a decimal (`873.6747`), or a fraction where weights leave none. */
export function showDecimal(sum: bigint, bottom: bigint, decimals: number): string {
  if (bottom !== 1n || sum < 0n) return showUnits(sum, bottom * 10n ** BigInt(decimals));
  const digits = String(sum).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  return `${digits.slice(0, cut)}.${digits.slice(cut)}`.replace(/\.?0*$/, '');
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
