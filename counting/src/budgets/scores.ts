import { sumsOf, unitsOf } from '../ballots/units.ts';
import type { Election } from '../election.ts';
import { type Rational, rational } from '../rational.ts';
import { readPoints } from './marks.ts';

/**
 * What every option scored, in whole numbers that keep the exact proportions: points times voters times weight.
 * Divide by `scale` to get the score itself. Ballots must mark an option at most once.
 */
export interface Scores {
  readonly whole: readonly bigint[];
  readonly scale: bigint;
}

/** Adds up the marks of an election: 1 for an approval, points, or Borda points for a rank. */
export function tallyScores(election: Election): Scores {
  const { size, start, option, value } = election.ballots;
  const pointsOf = readPoints(election, 'score');
  const units = unitsOf(election.ballots);
  const sums = sumsOf(units, election.options.length);
  for (let b = 0; b < size; b++) {
    for (let m = start[b]; m < start[b + 1]; m++) sums.add(option[m], b, pointsOf(value[m]));
  }
  return { whole: sums.read(), scale: units.bottom * BigInt(election.valueScale ?? 1) };
}

/** The score of one option as an exact fraction. */
export const scoreOf = (scores: Scores, p: number): Rational => rational(scores.whole[p], scores.scale);
