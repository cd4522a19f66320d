import type { BallotKind, Ballots, Election } from '../election.ts';

/** The kinds of ballots that say something about money; grades and consent do not. */
export const budgetKinds: readonly BallotKind[] = ['approval', 'score', 'cumulative', 'ranked'];

/** What one mark is worth: `cost` and `cardinality` see support or none, `score` sees the points given. */
export type Utility = 'cost' | 'cardinality' | 'score';

/** Points that a mark's `value` gives, an integer; zero or less is no support. */
export type PointsOf = (value: number) => number;

/**
 * How the marks of this election are read. Approvals give 1, score and cumulative ballots their points, and a rank r
 * gives `max_length` − r + 1 (Borda over the longest ballot allowed; without `max_length`, over all the options).
 */
export function readPoints(election: Election, utility: Utility): PointsOf {
  const { kind } = election;
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

/**
 * The same election with every option marked at most once per ballot. Where one was marked twice, the better rank counts
 * on ranked ballots and the first mark on all others.
 */
export function withoutRepeats(election: Election): Election {
  const { ballots, options, kind } = election;
  const seenBy = new Uint32Array(options.length);
  const { start, option } = ballots;
  for (let b = 0; b < ballots.size; b++) {
    for (let m = start[b]; m < start[b + 1]; m++) {
      if (seenBy[option[m]] === b + 1) return { ...election, ballots: firstMarks(ballots, options.length, kind) };
      seenBy[option[m]] = b + 1;
    }
  }
  return election;
}

function firstMarks(ballots: Ballots, options: number, kind: BallotKind): Ballots {
  const seenBy = new Uint32Array(options);
  const place = new Uint32Array(options);
  const start = new Uint32Array(ballots.size + 1);
  const option = new Uint32Array(ballots.option.length);
  const value = new Int32Array(ballots.option.length);
  let kept = 0;
  for (let b = 0; b < ballots.size; b++) {
    for (let m = ballots.start[b]; m < ballots.start[b + 1]; m++) {
      const p = ballots.option[m];
      if (seenBy[p] !== b + 1) {
        seenBy[p] = b + 1;
        place[p] = kept;
        option[kept] = p;
        value[kept++] = ballots.value[m];
      } else if (kind === 'ranked' && ballots.value[m] < value[place[p]]) value[place[p]] = ballots.value[m];
    }
    start[b + 1] = kept;
  }
  return { ...ballots, start, option: option.subarray(0, kept), value: value.subarray(0, kept) };
}
