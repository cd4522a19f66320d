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

type Reading = ReturnType<typeof readingOf>;

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
export function queuesOf(election: Election, method: string, reading: Reading): Queues {
  insistOnKind(election, method, ['ranked']);
  const options = election.options.length;
  if (options > mostInRounds) throw new CountingError('too-many-options', { method, options, most: mostInRounds });
  const { size, start, option } = election.ballots;
  const plain = plainRows(election);
  const known = (row: number): boolean => reading.maxSkipped === null && plain(row);
  let first = 0;
  while (first < size && known(first)) first++;
  if (first === size) return election.ballots;
  const queues = { size, start: start.slice(), option: option.slice() };
  for (let row = first; row < size; row++) {
    const wishes = known(row)
      ? option.subarray(start[row], start[row + 1])
      : wishesOf(election, row, { method, reading });
    queues.option.set(wishes, queues.start[row]);
    queues.start[row + 1] = queues.start[row] + wishes.length;
  }
  return queues;
}

/** Tells which ballots rank one option after another and none twice. Most do: they are queues already, and where all do nothing is copied. */
function plainRows({ ballots: { start, option, value }, options }: Election): (row: number) => boolean {
  const seenIn = new Uint32Array(options.length);
  let looks = 0;
  return (row) => {
    const end = start[row + 1];
    looks++;
    for (let at = start[row]; at < end; at++) {
      if (seenIn[option[at]] === looks || (at > start[row] && value[at] <= value[at - 1])) return false;
      seenIn[option[at]] = looks;
    }
    return true;
  };
}

/** What a ballot of any kind wishes, rank by rank. */
function wishesOf(
  election: Election,
  row: number,
  { method, reading }: { method: string; reading: Reading },
): number[] {
  const { option, value } = election.ballots;
  const places = orderedPlaces(election, row);
  const wishes = new Set<number>();
  let before = 0;
  for (let i = 0; i < places.length; i++) {
    const rank = value[places[i]];
    if (reading.maxSkipped !== null && rank - before - 1 > reading.maxSkipped) break;
    before = rank;
    const level = i + 1 < places.length && value[places[i + 1]] === rank;
    if (level && endsLevel(election, places, i)) break;
    if (level && reading.overvote === 'refuse') throw new CountingError('equal-ranks', { method, row });
    if (level && reading.overvote === 'exhaust') break;
    if (level) {
      while (i + 1 < places.length && value[places[i + 1]] === rank) i++;
      continue;
    }
    const wished = option[places[i]];
    if (wishes.has(wished) && reading.duplicates === 'exhaust') break;
    wishes.add(wished);
  }
  return [...wishes];
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

function orderedPlaces({ ballots: { start, value } }: Election, row: number): number[] {
  const places: number[] = [];
  let rises = true;
  for (let at = start[row]; at < start[row + 1]; at++) {
    if (at > start[row] && value[at] < value[at - 1]) rises = false;
    places.push(at);
  }
  return rises ? places : places.sort((a, b) => value[a] - value[b]);
}
