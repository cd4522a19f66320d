import type { Ballots } from '../election.ts';
import { CountingError } from '../outcome.ts';
import { type Rational, showRational } from '../rational.ts';
import { growingColumn } from './column.ts';

const empty = -1;
/** Ballots made to collide would be compared with each other without end; after so many steps a ballot simply stands alone. */
const longestSearch = 128;

/** Where ballots are put one at a time and equal ones are merged. Nothing of a voter is kept. */
export interface BallotBox {
  /**
   * Puts in `times` equal ballots: options by index with a value beside each. The order of the marks is kept,
   * so give ballots that mean the same in the same order. Throws a CountingError when a number does not fit 32 bits.
   */
  cast(marks: Marks, times?: number, weight?: Rational): void;
  /** Multiplies every value put in so far (a decimal appeared, and all points become tenths). */
  rescale(factor: number): void;
  /** Seals the box. It cannot be used afterwards: its memory has become the ballots. */
  close(): Ballots;
}

export interface Marks {
  readonly options: readonly number[];
  readonly values: readonly number[];
}

/** An empty ballot box. Its memory grows with the marks and is never held twice. */
export function ballotBox(): BallotBox {
  const option = growingColumn(Uint32Array);
  const value = growingColumn(Int32Array);
  const start = growingColumn(Uint32Array);
  const times = growingColumn(Uint32Array);
  const weight = growingColumn(Uint32Array);
  const prints = growingColumn(Uint32Array);
  const weights: Rational[] = [];
  const weightAt = new Map<string, number>();
  let places = new Int32Array(1024).fill(empty);
  let rows = 0;
  start.push(0);

  const same = (row: number, { options, values }: Marks, ofWeight: number): boolean => {
    const from = start.at(row);
    if (start.at(row + 1) - from !== options.length || weight.at(row) !== ofWeight) return false;
    for (let i = 0; i < options.length; i++) {
      if (option.at(from + i) !== options[i] || value.at(from + i) !== values[i]) return false;
    }
    return true;
  };
  /** The place of an equal row, or a free one, or −1 when too many rows lie in the way. */
  const placeOf = (marks: Marks, ofWeight: number, print: number): number => {
    for (let step = 0; step < longestSearch; step++) {
      const place = (print + step) & (places.length - 1);
      const row = places[place];
      if (row === empty || (prints.at(row) === print && same(row, marks, ofWeight))) return place;
    }
    return -1;
  };
  const placeAll = (size: number): void => {
    places = new Int32Array(size).fill(empty);
    for (let row = 0; row < rows; row++) {
      for (let step = 0; step < longestSearch; step++) {
        const place = (prints.at(row) + step) & (size - 1);
        if (places[place] !== empty) continue;
        places[place] = row;
        break;
      }
    }
  };
  const weightIndex = (given: Rational): number => {
    const text = showRational(given);
    const known = weightAt.get(text);
    if (known !== undefined) return known;
    if (given.top < 0n) throw new CountingError('weight-negative', { weight: text });
    weightAt.set(text, weights.length);
    weights.push(given);
    return weights.length - 1;
  };
  return {
    cast(marks, count = 1, given = { top: 1n, bottom: 1n }) {
      if (!Number.isInteger(count) || count < 1) throw new CountingError('times-not-positive', { times: count });
      const ofWeight = weightIndex(given);
      const print = hashOf(marks, ofWeight);
      const place = placeOf(marks, ofWeight, print);
      if (place >= 0 && places[place] !== empty) {
        times.set(places[place], fits(times.at(places[place]) + count));
        return;
      }
      if (place >= 0) places[place] = rows;
      rows++;
      for (let i = 0; i < marks.options.length; i++) {
        option.push(marks.options[i]);
        value.push(fits(marks.values[i]));
      }
      start.push(option.length());
      times.push(fits(count));
      weight.push(ofWeight);
      prints.push(print);
      if (rows * 2 > places.length) placeAll(places.length * 2);
    },
    rescale(factor) {
      for (let i = 0; i < value.length(); i++) value.set(i, fits(value.at(i) * factor));
      // The prints of the rows so far no longer fit their values: those rows are not merged with later ones.
      places.fill(empty);
    },
    close() {
      places = new Int32Array(0);
      prints.close();
      const plain = weights.every(({ top, bottom }) => top === 1n && bottom === 1n);
      return {
        size: rows,
        start: start.close(),
        option: option.close(),
        value: value.close(),
        times: times.close(),
        ...(plain ? {} : { weight: weight.close(), weights }),
      };
    },
  };
}

function hashOf({ options, values }: Marks, ofWeight: number): number {
  let hash = 0x811c9dc5 ^ ofWeight;
  for (let i = 0; i < options.length; i++) {
    hash = Math.imul(hash ^ options[i], 0x01000193);
    hash = Math.imul(hash ^ values[i], 0x01000193);
    hash ^= hash >>> 15;
  }
  return Math.imul(hash ^ (hash >>> 13), 0x5bd1e995) >>> 1;
}

function fits(number: number): number {
  if (!Number.isInteger(number) || Math.abs(number) > 0x7fffffff)
    throw new CountingError('number-too-large', { number });
  return number;
}
