import type { Election } from '../election.ts';
import { type Rational, rational } from '../rational.ts';
import { type PointsOf, readPoints } from './marks.ts';

/**
 * What every option scored, in whole numbers that keep the exact proportions: points times voters times weight.
 * Divide by `scale` to get the score itself. Ballots must mark an option at most once.
 */
export interface Scores {
  readonly whole: readonly bigint[];
  readonly scale: bigint;
}

/** Adds up the marks of an election; `weights` are the whole-number weights of `wholeMoney`, `weightScale` their common bottom. */
export function tallyScores(election: Election, money: { weights: readonly bigint[]; weightScale: bigint }): Scores {
  const pointsOf = readPoints(election, 'score');
  const whole = new Array<bigint>(election.options.length).fill(0n);
  money.weights.forEach((weight, index) => {
    scoresOfWeight(election, pointsOf, index).forEach((score, p) => {
      whole[p] += weight * BigInt(score);
    });
  });
  return { whole, scale: money.weightScale * BigInt(election.valueScale ?? 1) };
}

function scoresOfWeight(election: Election, pointsOf: PointsOf, index: number): Float64Array {
  const { size, start, option, value, times, weight } = election.ballots;
  const scores = new Float64Array(election.options.length);
  for (let b = 0; b < size; b++) {
    if (weight && weight[b] !== index) continue;
    for (let m = start[b]; m < start[b + 1]; m++) scores[option[m]] += times[b] * pointsOf(value[m]);
  }
  return scores;
}

/** The score of one option as an exact fraction. */
export const scoreOf = (scores: Scores, p: number): Rational => rational(scores.whole[p], scores.scale);
