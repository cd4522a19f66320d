import { exclusions } from '../budgets/exclusions.ts';
import { type PointsOf, readPoints, type Utility, withoutRepeats } from '../budgets/marks.ts';
import { type Money, wholeMoney } from '../budgets/money.ts';
import { type Scores, tallyScores } from '../budgets/scores.ts';
import { gatherSupport, type Support } from '../budgets/support.ts';
import { type Ties, tieRanks } from '../budgets/tie-order.ts';
import type { Election } from '../election.ts';

/**
 * Everything that stays the same from one run of Equal Shares to the next. Per project p: `cost` and `scale` as floats of
 * `money.costs` and `scales`; a payment per point divided by the scale is the price of one unit of utility.
 * `pointsOfAll` is what all supporters together give, `size` how many distinct ballots support it.
 */
export interface Contest {
  readonly election: Election;
  readonly pointsOf: PointsOf;
  readonly money: Money;
  readonly scores: Scores;
  readonly ranks: Uint32Array;
  readonly excluded: readonly (readonly number[])[];
  readonly support: Support;
  readonly cost: Float64Array;
  readonly scales: readonly bigint[];
  readonly scale: Float64Array;
  readonly pointsOfAll: Float64Array;
  readonly size: Uint32Array;
  /** Supported projects that cost something, the cheapest per unit of utility first. */
  readonly buyable: readonly number[];
  /** Supported projects that cost nothing, in the order of ties. */
  readonly free: readonly number[];
}

/** Lays out an election for Equal Shares. Throws the CountingErrors of wholeMoney, readPoints and tieRanks. */
export function layOut(given: Election, rule: { utility: Utility; ties: Ties }): Contest {
  const election = { ...given, ballots: withoutRepeats(given.ballots, given.options.length) };
  const pointsOf = readPoints(election, rule.utility);
  const money = wholeMoney(election);
  const scores = tallyScores(election, money);
  const ranks = tieRanks(election, rule.ties, scores.whole);
  const support = gatherSupport(election, money, pointsOf);
  const scales = rule.utility === 'cost' ? money.costs : money.costs.map(() => 1n);
  const cost = Float64Array.from(money.costs, Number);
  const scale = Float64Array.from(scales, Number);
  const { pointsOfAll, size } = addUp(support, cost.length);
  const all = election.options.map((_, p) => p).filter((p) => pointsOfAll[p] > 0);
  const startPrice = (p: number): number => cost[p] / pointsOfAll[p] / scale[p];
  return {
    election,
    pointsOf,
    money,
    scores,
    ranks,
    excluded: exclusions(election.options),
    support,
    cost,
    scales,
    scale,
    pointsOfAll,
    size,
    buyable: all.filter((p) => money.costs[p] > 0n).sort((a, b) => startPrice(a) - startPrice(b) || a - b),
    free: all.filter((p) => money.costs[p] === 0n).sort((a, b) => ranks[a] - ranks[b]),
  };
}

function addUp(support: Support, options: number): { pointsOfAll: Float64Array; size: Uint32Array } {
  const pointsOfAll = new Float64Array(options);
  const size = new Uint32Array(options);
  for (let p = 0; p < options; p++) {
    for (let k = support.blockStart[p]; k < support.blockStart[p + 1]; k++) {
      size[p] += support.to[k] - support.from[k];
      for (let at = support.from[k]; at < support.to[k]; at++) {
        pointsOfAll[p] += support.mass[support.supporter[at]] * support.points[k];
      }
    }
  }
  return { pointsOfAll, size };
}
