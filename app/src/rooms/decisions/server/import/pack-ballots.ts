import type { Ballots } from '@sofra/counting';

/** At most this many distinct ballots lie in one part, so that writing one never holds others up. */
export const ROWS_A_PART = 1_000;

/** One part of a merged ballot box: how many distinct ballots, and their bytes. */
export interface Part {
  readonly rows: number;
  readonly bytes: Buffer;
}

/**
 * Packs merged ballots into parts, one after another. A ballot is: how often it was cast, how many marks, then option and value
 * of each mark, every number in as few bytes as it needs (values may be negative). Memory: one part at a time.
 */
export function* packBallots(ballots: Ballots): Generator<Part> {
  for (let from = 0; from < ballots.size; from += ROWS_A_PART) {
    const rows = Math.min(ROWS_A_PART, ballots.size - from);
    const bytes: number[] = [];
    for (let row = from; row < from + rows; row++) {
      const [start, end] = [ballots.start[row], ballots.start[row + 1]];
      pushNumber(bytes, ballots.times[row]);
      pushNumber(bytes, end - start);
      for (let at = start; at < end; at++) {
        pushNumber(bytes, ballots.option[at]);
        pushNumber(bytes, zigzag(ballots.value[at]));
      }
    }
    yield { rows, bytes: Buffer.from(bytes) };
  }
}

/** One distinct ballot: option indexes from 0 with the value beside each, and how often it was cast. */
export interface PackedBallot {
  readonly times: number;
  readonly options: readonly number[];
  readonly values: readonly number[];
}

/** The ballots of one part, in the order in which they were packed. Throws a RangeError when the bytes end too early. */
export function* unpackBallots({ rows, bytes }: Part): Generator<PackedBallot> {
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      if (at >= bytes.length) throw new RangeError('a part of the ballots is cut off');
      const byte = bytes[at++];
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  };
  for (let row = 0; row < rows; row++) {
    const times = next();
    const marks = next();
    const options: number[] = [];
    const values: number[] = [];
    for (let mark = 0; mark < marks; mark++) {
      options.push(next());
      values.push(unzigzag(next()));
    }
    yield { times, options, values };
  }
}

function pushNumber(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unzigzag = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);
