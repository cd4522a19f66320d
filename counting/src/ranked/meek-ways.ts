import type { Units } from '../ballots/units.ts';
import { pilesOf } from './piles.ts';
import type { Queues } from './strict.ts';

/** What became of an option: it keeps all, a part (elected) or nothing (excluded). */
export const hopeful = 0;
export const part = 1;
export const out = 2;

/** Way 0, where all ballots are at first; the others have a last option. */
const beginning = 0;
export const firstWay = 1;

/**
 * Ballots by the elected options that they meet, in their order, and the hopeful one at which they stop. Each such way has a number; its parent is
 * the way without its last option.
 */
export function meekWays({ queues, units, options }: { queues: Queues; units: Units; options: number }) {
  const { times, weight } = units.ballots;
  const weightOf = units.each.length > 1 ? weight : undefined;
  const piles = pilesOf(queues, options);
  const ways = wayList(units.each.length);
  const wayOf = new Uint32Array(queues.size);
  let told = new Uint8Array(options);
  let waiting: number[] = [options];

  return {
    size: ways.size,
    lastOf: ways.lastOf,
    parentOf: ways.parentOf,
    /** How many voters of a weight go this way, to its end or farther. */
    voters: ways.voters,
    /** Leads all ballots on that lie at an option whose fate is another than before. No fate becomes hopeful again. */
    leadOn(fates: Uint8Array): void {
      for (let option = 0; option < options; option++) {
        if (fates[option] === told[option]) continue;
        waiting.push(option);
        if (fates[option] === out) piles.closeTo(option);
      }
      told = fates.slice();
      if (waiting.length === 0) return;
      piles.each(waiting, (row) => {
        const ofWeight = weightOf ? weightOf[row] : 0;
        let way = wayOf[row];
        if (way !== beginning && fates[ways.lastOf(way)] === out) way = ways.parentOf(way);
        let met: number;
        do {
          met = piles.next(row);
          if (met === options) return;
          way = ways.childOf(way, met);
          ways.add(way, ofWeight, times[row]);
        } while (fates[met] !== hopeful);
        wayOf[row] = way;
      });
      waiting = [];
    },
  };
}

/** Ways as they are made, each after its parent, found by parent and option. */
function wayList(classes: number) {
  let parents = new Uint32Array(64);
  let lasts = new Uint16Array(64);
  let voters = new Float64Array(64 * classes);
  /** Numbers of ways by a print of parent and option; 0 = free. */
  let slots = new Uint32Array(256);
  let size = firstWay;

  const slotOf = (parent: number, option: number): number => {
    let slot = Math.imul(Math.imul(parent + 1, 0x9e3779b1) ^ Math.imul(option + 1, 0x85ebca6b), 0x2c1b3c6d) >>> 7;
    for (;;) {
      slot &= slots.length - 1;
      const way = slots[slot];
      if (way === 0 || (parents[way] === parent && lasts[way] === option)) return slot;
      slot++;
    }
  };
  const grow = (): void => {
    parents = larger(parents);
    lasts = larger(lasts);
    voters = larger(voters);
    slots = new Uint32Array(2 * slots.length);
    for (let way = firstWay; way < size; way++) slots[slotOf(parents[way], lasts[way])] = way;
  };
  return {
    size: (): number => size,
    parentOf: (way: number): number => parents[way],
    lastOf: (way: number): number => lasts[way],
    voters: (way: number, weight: number): number => voters[way * classes + weight],
    add(way: number, weight: number, times: number): void {
      voters[way * classes + weight] += times;
    },
    /** The way that goes on to an option; made when nobody has gone it yet. */
    childOf(parent: number, option: number): number {
      const known = slots[slotOf(parent, option)];
      if (known !== 0) return known;
      if (size === parents.length) grow();
      parents[size] = parent;
      lasts[size] = option;
      slots[slotOf(parent, option)] = size;
      return size++;
    },
  };
}

type Column = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** The same column with room for twice as many. */
function larger<Kind extends Column>(column: Kind): Kind {
  const twice = new (column.constructor as new (length: number) => Kind)(2 * column.length);
  twice.set(column);
  return twice;
}
