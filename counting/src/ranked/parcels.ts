import type { Units } from '../ballots/units.ts';
import { pilesOf } from './piles.ts';
import type { Queues } from './strict.ts';

interface Setting {
  readonly queues: Queues;
  readonly units: Units;
  readonly options: number;
  /** What one whole ballot is worth, for example 100000n for five decimals. */
  readonly one: bigint;
}

/** Ballots lying with options in parcels of equal value, so that a value is computed once a parcel and not once a ballot. */
export type Parcels = ReturnType<typeof stvParcels>;

/** Deals every ballot to its first wish at full value. Votes are whole numbers of 1 ÷ (bottom × one). */
export function stvParcels({ queues, units, options, one }: Setting) {
  const votes = new Array<bigint>(options).fill(0n);
  const piles = pilesOf(queues, options);
  const values = valueList(one);
  /** The number of every row's value: few are met in a count. */
  const worth = new Uint32Array(queues.size);
  const tally = voterTally(units, options + 1);
  let exhausted = 0n;

  /** Moves a pile on, each of its parcels at a new value. */
  const deal = (pile: number, revalue: (value: bigint) => bigint): void => {
    const parcelOf = new Uint32Array(values.all.length);
    const parcels: number[] = [];
    const open = (value: number): number => {
      parcels.push(values.numberOf(revalue(values.all[value])));
      tally.open(parcels.length);
      parcelOf[value] = parcels.length;
      return parcels.length;
    };
    piles.each([pile], (row) => {
      const to = piles.next(row);
      const parcel = (parcelOf[worth[row]] || open(worth[row])) - 1;
      worth[row] = parcels[parcel];
      tally.add(parcel, to, row);
    });
    parcels.forEach((value, parcel) => {
      for (let to = 0; to < options; to++) votes[to] += tally.take(parcel, to) * values.all[value];
    });
  };
  deal(options, () => one);
  const all = votes.reduce((sum, part) => sum + part, 0n);
  return {
    one,
    votes: votes as readonly bigint[],
    /** Votes that no longer count for anybody, and what was cut off. */
    exhausted: (): bigint => exhausted,
    /** All votes dealt at the beginning. */
    dealt: (): bigint => all,
    /** From now on this option receives nothing. */
    closeTo: piles.closeTo,
    /** Moves everything an option holds on, each parcel at the value that `revalue` gives it, and leaves it with `keep` votes. */
    passOn(option: number, keep: bigint, revalue: (value: bigint) => bigint): void {
      votes[option] = keep;
      deal(option, revalue);
      exhausted = votes.reduce((rest, part) => rest - part, all);
    },
  };
}

/** The values that ballots have had, each under a number; the first is 0. */
function valueList(first: bigint) {
  const all = [first];
  const numbers = new Map([[first, 0]]);
  return {
    all: all as readonly bigint[],
    numberOf(value: bigint): number {
      const number = numbers.get(value) ?? all.push(value) - 1;
      numbers.set(value, number);
      return number;
    },
  };
}

/** Adds up voters by parcel and place; a row's count is at most 2^32 and so is the number of rows, so plain numbers stay exact. */
function voterTally({ ballots: { times, weight }, each }: Units, places: number) {
  const classes = each.length;
  const weightOf = classes > 1 ? weight : undefined;
  let counts = new Float64Array(places * classes);
  return {
    /** Makes room for so many parcels. */
    open(parcels: number): void {
      if (parcels * places * classes <= counts.length) return;
      const larger = new Float64Array(2 * parcels * places * classes);
      larger.set(counts);
      counts = larger;
    },
    add(parcel: number, place: number, row: number): void {
      counts[(parcel * places + place) * classes + (weightOf ? weightOf[row] : 0)] += times[row];
    },
    /** The sum of a parcel's place in units; it starts again at nothing. */
    take(parcel: number, place: number): bigint {
      const at = (parcel * places + place) * classes;
      let sum = 0n;
      for (let i = 0; i < classes; i++) if (counts[at + i] > 0) sum += BigInt(counts[at + i]) * each[i];
      counts.fill(0, at, at + classes);
      return sum;
    },
  };
}
