import type { Ballots } from '../election.ts';
import { CountingError } from '../outcome.ts';
import { type Rational, showRational } from '../rational.ts';
import { growingColumn } from './column.ts';
import { printIndex } from './print-index.ts';

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

/** One ballot on its way into the box: the marked options by index, and what each mark says (see `Ballots.value`), in the same order. */
export interface Marks {
  readonly options: readonly number[];
  readonly values: readonly number[];
  /** The line of the file on which this ballot stands, so that a count that refuses it can say where it is. */
  readonly line?: number;
}

/** An empty ballot box. Its memory grows with the marks and is never held twice. */
export function ballotBox(): BallotBox {
  const option = growingColumn(Uint32Array);
  const value = growingColumn(Int32Array);
  const start = growingColumn(Uint32Array);
  const times = growingColumn(Uint32Array);
  const weight = growingColumn(Uint32Array);
  const line = growingColumn(Uint32Array);
  let placed = false;
  const weights = weightList();
  const index = printIndex();
  start.push(0);

  const same = (row: number, { options, values }: Marks, ofWeight: number): boolean => {
    const from = start.at(row);
    if (start.at(row + 1) - from !== options.length || weight.at(row) !== ofWeight) return false;
    for (let i = 0; i < options.length; i++) {
      if (option.at(from + i) !== options[i] || value.at(from + i) !== values[i]) return false;
    }
    return true;
  };
  return {
    cast(marks, count = 1, given = { top: 1n, bottom: 1n }) {
      if (!Number.isInteger(count) || count < 1) throw new CountingError('times-not-positive', { times: count });
      const ofWeight = weights.indexOf(given);
      const print = printOf(marks, ofWeight);
      const known = index.find(print, (row) => same(row, marks, ofWeight));
      if (known >= 0) {
        times.set(known, fits(times.at(known) + count));
        return;
      }
      for (const marked of marks.options) option.push(marked);
      for (const given of marks.values) value.push(fits(given));
      start.push(option.length());
      times.push(fits(count));
      weight.push(ofWeight);
      line.push(marks.line ?? 0);
      placed ||= marks.line !== undefined;
      index.add(print);
    },
    rescale(factor) {
      // The prints of the rows so far no longer fit their values: those rows are not merged with later ones.
      for (let i = 0; i < value.length(); i++) value.set(i, fits(value.at(i) * factor));
    },
    close() {
      index.close();
      const size = times.length();
      const columns = { start: start.close(), option: option.close(), value: value.close(), times: times.close() };
      return {
        size,
        ...columns,
        ...(weights.plain() ? {} : { weight: weight.close(), weights: weights.all }),
        ...(placed && { line: line.close() }),
      };
    },
  };
}

/** The different weights met so far, each once. */
function weightList() {
  const all: Rational[] = [];
  const places = new Map<string, number>();
  return {
    all,
    plain: (): boolean => all.every(({ top, bottom }) => top === 1n && bottom === 1n),
    indexOf(weight: Rational): number {
      const text = showRational(weight);
      const known = places.get(text);
      if (known !== undefined) return known;
      if (weight.top < 0n) throw new CountingError('weight-negative', { weight: text });
      places.set(text, all.length);
      return all.push(weight) - 1;
    },
  };
}

function printOf({ options, values }: Marks, ofWeight: number): number {
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
