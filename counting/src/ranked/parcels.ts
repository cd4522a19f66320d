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
  const { times, weight } = units.ballots;
  const classes = units.each.length;
  const counts = new Float64Array((options + 1) * classes);
  let exhausted = 0n;

  /** Moves rows to their next open wish at one value. Each row's count is at most 2^32, and so is their number: sums stay exact. */
  const deal = (rows: Iterable<number>, value: bigint): void => {
    counts.fill(0);
    const receiving: (number[] | undefined)[] = new Array(options);
    for (const row of rows) {
      const end = queues.start[row + 1];
      while (at[row] < end && closed[queues.option[at[row]]] === 1) at[row]++;
      const to = at[row] < end ? queues.option[at[row]] : options;
      counts[to * classes + (classes > 1 && weight ? weight[row] : 0)] += times[row];
      if (to === options) continue;
      let parcel = receiving[to];
      if (!parcel) {
        parcel = held[to].get(value) ?? [];
        held[to].set(value, parcel);
        receiving[to] = parcel;
      }
      parcel.push(row);
    }
    for (let to = 0; to <= options; to++) {
      let sum = 0n;
      for (let i = 0; i < classes; i++) {
        const count = counts[to * classes + i];
        if (count > 0) sum += BigInt(count) * units.each[i];
      }
      if (to === options) exhausted += sum * value;
      else votes[to] += sum * value;
    }
  };
  deal(marking(queues), one);
  const all = votes.reduce((sum, part) => sum + part, 0n);
  return {
    one,
    votes: votes as readonly bigint[],
    /** Votes that no longer count for anybody. */
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
      const before = votes.reduce((sum, part) => sum + part, exhausted);
      votes[option] = keep;
      for (const [value, rows] of parcels) deal(rows, revalue(value));
      exhausted += before - votes.reduce((sum, part) => sum + part, exhausted);
    },
  };
}

function* marking({ size, start }: Queues): Generator<number> {
  for (let row = 0; row < size; row++) if (start[row] < start[row + 1]) yield row;
}
