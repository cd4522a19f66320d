import type { Units } from '../ballots/units.ts';
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
  const held: Map<bigint, number[]>[] = Array.from({ length: options }, () => new Map());
  const votes = new Array<bigint>(options).fill(0n);
  const at = queues.start.slice(0, queues.size);
  const closed = new Uint8Array(options);
  const tally = voterTally(units, options + 1);
  let exhausted = 0n;

  /** Moves rows to their next open wish at one value. */
  const deal = (rows: Iterable<number>, value: bigint): void => {
    const receiving: (number[] | undefined)[] = new Array(options);
    for (const row of rows) {
      const end = queues.start[row + 1];
      while (at[row] < end && closed[queues.option[at[row]]] === 1) at[row]++;
      const to = at[row] < end ? queues.option[at[row]] : options;
      tally.add(to, row);
      if (to === options) continue;
      const parcel = receiving[to] ?? held[to].get(value) ?? [];
      if (!receiving[to]) held[to].set(value, parcel);
      receiving[to] = parcel;
      parcel.push(row);
    }
    for (let to = 0; to < options; to++) votes[to] += tally.take(to) * value;
    exhausted += tally.take(options) * value;
  };
  deal(marking(queues), one);
  const all = votes.reduce((sum, part) => sum + part, 0n);
  return {
    one,
    votes: votes as readonly bigint[],
    /** Votes that no longer count for anybody, and what was cut off. */
    exhausted: (): bigint => exhausted,
    /** All votes dealt at the beginning. */
    dealt: (): bigint => all,
    /** From now on this option receives nothing. */
    closeTo(option: number): void {
      closed[option] = 1;
    },
    /** Moves everything an option holds on, each parcel at the value that `revalue` gives it, and leaves it with `keep` votes. */
    passOn(option: number, keep: bigint, revalue: (value: bigint) => bigint): void {
      const parcels = held[option];
      held[option] = new Map();
      votes[option] = keep;
      for (const [value, rows] of parcels) deal(rows, revalue(value));
      exhausted = votes.reduce((rest, part) => rest - part, all);
    },
  };
}

/** Adds up voters by place; a row's count is at most 2^32 and so is the number of rows, so plain numbers stay exact. */
function voterTally({ ballots: { times, weight }, each }: Units, places: number) {
  const classes = each.length;
  const counts = new Float64Array(places * classes);
  return {
    add(place: number, row: number): void {
      counts[place * classes + (classes > 1 && weight ? weight[row] : 0)] += times[row];
    },
    /** The sum of a place in units; it starts again at nothing. */
    take(place: number): bigint {
      let sum = 0n;
      for (let i = 0; i < classes; i++) {
        const count = counts[place * classes + i];
        if (count > 0) sum += BigInt(count) * each[i];
        counts[place * classes + i] = 0;
      }
      return sum;
    },
  };
}

function* marking({ size, start }: Queues): Generator<number> {
  for (let row = 0; row < size; row++) if (start[row] < start[row + 1]) yield row;
}
