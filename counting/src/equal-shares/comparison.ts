import { type Contest, exactMass, supportersOf } from '../budgets/contest.ts';
import type { Utility } from '../budgets/marks.ts';
import type { Step } from '../outcome.ts';
import { rational, showRational } from '../rational.ts';
import { addByScore } from './complete.ts';

/** The outcome that the comparison keeps: `winners` and `tied` only when that is the greedy one. */
export interface Kept {
  readonly winners?: readonly number[];
  readonly tied?: readonly (readonly number[])[];
  readonly step: Step;
}

/**
 * The comparison step of equalshares.net: when more voters have more of their projects funded by greedy (by votes, passing over
 * what does not fit) than by Equal Shares, the greedy outcome stands. A voter who gets nothing from one of them counts
 * with 0. With the utility `score`, points are compared instead of numbers of projects.
 */
export function compareWithGreedy(contest: Contest, funded: readonly number[], utility: Utility): Kept {
  const other = addByScore(contest, []);
  const weigh = utility === 'score';
  const balance = new Float64Array(contest.support.mass.length);
  for (const p of funded) for (const { v, points } of supportersOf(contest, p)) balance[v] += weigh ? points : 1;
  for (const p of other.funded) for (const { v, points } of supportersOf(contest, p)) balance[v] -= weigh ? points : 1;
  let equalShares = 0n;
  let greedy = 0n;
  balance.forEach((difference, v) => {
    const mass = exactMass(contest, v);
    if (difference > 0) equalShares += mass;
    if (difference < 0) greedy += mass;
  });
  const show = (mass: bigint): string => showRational(rational(mass, contest.money.weightScale));
  const kept = greedy > equalShares ? 'greedy' : 'equal-shares';
  const step = { kind: 'comparison', preferEqualShares: show(equalShares), preferGreedy: show(greedy), kept };
  return kept === 'greedy' ? { winners: other.funded, tied: other.tied, step } : { step };
}
