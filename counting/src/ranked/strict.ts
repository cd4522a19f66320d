import { insistOnKind, oneOf } from '../ballots/insist.ts';
import type { Election } from '../election.ts';
import { CountingError } from '../outcome.ts';

/** More options than this are not counted in rounds: every round would list them all. */
const mostInRounds = 1000;

/** How a ballot that does not rank one option after another is read. Each is written into the outcome. */
export interface ReadingOptions {
  /** Several options at one rank: `refuse` the count (usual), `exhaust` the ballot there, or `skip` that rank. */
  readonly overvote?: 'refuse' | 'exhaust' | 'skip';
  /** How many ranks in a row may be left empty before the ballot is exhausted; usual: any number. */
  readonly maxSkipped?: number;
  /** An option ranked again: `skip` the later rank (usual) or `exhaust` the ballot there. */
  readonly duplicates?: 'skip' | 'exhaust';
}

/** Ballots as plain queues: row r wishes `option[start[r]]` first, and so on. */
export interface Queues {
  readonly size: number;
  readonly start: Uint32Array;
  readonly option: Uint32Array;
}

/** The reading options with their usual values, as an outcome records them. */
export function readingOf({ overvote = 'refuse', maxSkipped, duplicates = 'skip' }: ReadingOptions) {
  if (maxSkipped !== undefined && !(Number.isInteger(maxSkipped) && maxSkipped >= 0)) {
    throw new CountingError('option-value-unknown', {
      option: 'maxSkipped',
      value: maxSkipped,
      allowed: 'a whole number',
    });
  }
  return {
    overvote: oneOf('overvote', overvote, ['refuse', 'exhaust', 'skip']),
    maxSkipped: maxSkipped ?? null,
    duplicates: oneOf('duplicates', duplicates, ['skip', 'exhaust']),
  };
}

/**
 * The ballots as queues without equal ranks, gaps or repetitions. Throws a CountingError `equal-ranks` (`row` says of which ballot) when one ranks two
 * options equally and overvotes are refused, or when there are more than 1,000 options.
 * Equal ranks at the end of a ballot that names every option are no overvote: they mean the same as leaving those options out.
 */
export function queuesOf(election: Election, method: string, reading: ReturnType<typeof readingOf>): Queues {
  insistOnKind(election, method, ['ranked']);
  const options = election.options.length;
  if (options > mostInRounds) throw new CountingError('too-many-options', { method, options, most: mostInRounds });
  const { size, start, option, value } = election.ballots;
  const queues = { size, start: new Uint32Array(size + 1), option: new Uint32Array(option.length) };
  const seenIn = new Uint32Array(options);
  let length = 0;
  const wish = (row: number, wished: number): boolean => {
    if (seenIn[wished] === row + 1) return reading.duplicates === 'skip';
    seenIn[wished] = row + 1;
    queues.option[length++] = wished;
    return true;
  };
  const readPlain = (row: number): void => {
    for (let at = start[row]; at < start[row + 1]; at++) if (!wish(row, option[at])) return;
  };
  const read = (row: number): void => {
    if (reading.maxSkipped === null && inOrder(election, row)) {
      readPlain(row);
      return;
    }
    const places = orderedPlaces(election, row);
    let before = 0;
    for (let i = 0; i < places.length; i++) {
      const rank = value[places[i]];
      if (reading.maxSkipped !== null && rank - before - 1 > reading.maxSkipped) return;
      before = rank;
      const level = i + 1 < places.length && value[places[i + 1]] === rank;
      if (level && endsLevel(election, places, i)) return;
      if (level && reading.overvote === 'refuse') throw new CountingError('equal-ranks', { method, row });
      if (level && reading.overvote === 'exhaust') return;
      if (level) {
        while (i + 1 < places.length && value[places[i + 1]] === rank) i++;
        continue;
      }
      if (!wish(row, option[places[i]])) return;
    }
  };
  for (let row = 0; row < size; row++) {
    read(row);
    queues.start[row + 1] = length;
  }
  return queues;
}

/** A ballot that puts all options it has left at one last rank says the same as one that leaves them out. */
function endsLevel(
  { ballots: { option, value }, options }: Election,
  places: readonly number[],
  from: number,
): boolean {
  if (places.length < options.length || value[places[from]] !== value[places[places.length - 1]]) return false;
  return new Set(places.map((at) => option[at])).size === options.length;
}

/** Whether a ballot ranks one option after another: most do, and need nothing put in order. */
function inOrder({ ballots: { start, value } }: Election, row: number): boolean {
  for (let at = start[row] + 1; at < start[row + 1]; at++) if (value[at] <= value[at - 1]) return false;
  return true;
}

function orderedPlaces({ ballots: { start, value } }: Election, row: number): number[] {
  const places: number[] = [];
  let rises = true;
  for (let at = start[row]; at < start[row + 1]; at++) {
    if (at > start[row] && value[at] < value[at - 1]) rises = false;
    places.push(at);
  }
  return rises ? places : places.sort((a, b) => value[a] - value[b]);
}
