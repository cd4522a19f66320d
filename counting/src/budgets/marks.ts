import type { Ballots, Election } from '../election.ts';
import { CountingError } from '../outcome.ts';

/** What one mark is worth: `cost` and `cardinality` see support or none, `score` sees the points given. */
export type Utility = 'cost' | 'cardinality' | 'score';

/** Points that a mark's `value` gives, an integer; zero or less is no support. */
export type PointsOf = (value: number) => number;

/**
 * How the marks of this election are read. Approvals give 1, score and cumulative ballots their points, and a rank r
 * gives `max_length` − r + 1 (Borda over the longest ballot allowed; without `max_length`, over all the options).
 * Throws a CountingError (`ballots-not-supported`) for grades and consent, which say nothing about money.
 */
export function readPoints(election: Election, utility: Utility): PointsOf {
  const { kind } = election;
  if (kind === 'grades' || kind === 'consent') throw new CountingError('ballots-not-supported', { kind });
  if (kind === 'approval') return () => 1;
  if (kind === 'ranked') {
    const longest = longestBallot(election);
    if (utility !== 'score') return () => 1;
    return (rank) => longest - rank + 1;
  }
  return utility === 'score' ? (points) => points : (points) => (points > 0 ? 1 : 0);
}

function longestBallot(election: Election): number {
  const said = Number(election.meta?.max_length);
  return Number.isSafeInteger(said) && said > 0 ? said : election.options.length;
}

/** The same ballots with every option marked at most once per ballot; where one was marked twice, the first mark counts. */
export function withoutRepeats(ballots: Ballots, options: number): Ballots {
  const seenBy = new Uint32Array(options);
  const { start, option, value } = ballots;
  let repeats = 0;
  for (let b = 0; b < ballots.size; b++) {
    for (let m = start[b]; m < start[b + 1]; m++) {
      if (seenBy[option[m]] === b + 1) repeats++;
      seenBy[option[m]] = b + 1;
    }
  }
  if (repeats === 0) return ballots;
  const kept = option.length - repeats;
  const clean = { start: new Uint32Array(start.length), option: new Uint32Array(kept), value: new Int32Array(kept) };
  seenBy.fill(0);
  let at = 0;
  for (let b = 0; b < ballots.size; b++) {
    for (let m = start[b]; m < start[b + 1]; m++) {
      if (seenBy[option[m]] === b + 1) continue;
      seenBy[option[m]] = b + 1;
      clean.option[at] = option[m];
      clean.value[at++] = value[m];
    }
    clean.start[b + 1] = at;
  }
  return { ...ballots, ...clean };
}

/** Voters counted and, among them, those who marked nothing. */
export function turnout(ballots: Ballots): { counted: number; blank: number } {
  let counted = 0;
  let blank = 0;
  for (let b = 0; b < ballots.size; b++) {
    counted += ballots.times[b];
    if (ballots.start[b] === ballots.start[b + 1]) blank += ballots.times[b];
  }
  return { counted, blank };
}
