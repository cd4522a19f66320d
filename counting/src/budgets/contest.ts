import type { Election } from '../election.ts';
import { exclusions } from './exclusions.ts';
import { readPoints, type Utility, withoutRepeats } from './marks.ts';
import { type Money, wholeMoney } from './money.ts';
import { type Scores, tallyScores } from './scores.ts';
import { gatherSupport, type Support } from './support.ts';
import { budgetRanks, type Ties } from './tie-order.ts';

/**
 * Everything about a budget that stays the same while it is counted, and from one run of Equal Shares to the next. Per project p: `cost` and `scale` as floats of
 * `money.costs` and `scales`; a payment per point divided by the scale is the price of one unit of utility.
 * `pointsOfAll` is what all supporters together give, `size` how many distinct ballots support it.
 */
export interface Contest {
  readonly election: Election;
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

/** Lays out an election for Equal Shares or Phragmén. Throws the CountingErrors of wholeMoney, readPoints and budgetRanks. */
export function layOut(given: Election, rule: { utility: Utility; ties: Ties }): Contest {
  const election = withoutRepeats(given);
  const pointsOf = readPoints(election, rule.utility);
  const money = wholeMoney(election);
  const scores = tallyScores(election);
  const ranks = budgetRanks(election, rule.ties, scores.whole);
  const support = gatherSupport(election, money, pointsOf);
  const scales = rule.utility === 'cost' ? money.costs : money.costs.map(() => 1n);
  const cost = Float64Array.from(money.costs, Number);
  const scale = Float64Array.from(scales, Number);
  const { pointsOfAll, size } = addUp(support, cost.length);
  const all = election.options.map((_, p) => p).filter((p) => pointsOfAll[p] > 0);
  const startPrice = (p: number): number => cost[p] / pointsOfAll[p] / scale[p];
  return {
    election,
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
      const own = support.to[k] - support.from[k];
      let mass = own * support.alike[k];
      if (mass === 0)
        for (let at = support.from[k]; at < support.to[k]; at++) mass += support.mass[support.supporter[at]];
      size[p] += own;
      pointsOfAll[p] += mass * support.points[k];
    }
  }
  return { pointsOfAll, size };
}

/** How many voters of weight 1 a distinct ballot stands for, in whole units of `money.weights`. */
export const exactMass = ({ support, money }: Contest, v: number): bigint =>
  BigInt(support.voters.times[v]) * money.weights[support.voters.weight[v]];

/** The supporters of project p with the points each gives. */
export function* supportersOf({ support }: Contest, p: number): Generator<{ v: number; points: number }> {
  for (let k = support.blockStart[p]; k < support.blockStart[p + 1]; k++) {
    for (let i = support.from[k]; i < support.to[k]; i++) yield { v: support.supporter[i], points: support.points[k] };
  }
}

/** Visits the supporters of project p: distinct ballot, and the points it gives. A plain loop, for the counts of a million. */
export function eachSupporter({ support }: Contest, p: number, visit: (v: number, points: number) => void): void {
  const { supporter, from, to, points } = support;
  for (let k = support.blockStart[p]; k < support.blockStart[p + 1]; k++) {
    for (let i = from[k]; i < to[k]; i++) visit(supporter[i], points[k]);
  }
}

/** `open` without the projects taken and without those that they exclude. */
export function without({ excluded }: Contest, open: readonly number[], taken: readonly number[]): number[] {
  const gone = new Set(taken.flatMap((p) => [p, ...excluded[p]]));
  return open.filter((p) => !gone.has(p));
}

/** The supported projects that cost nothing, without those that exclude each other: the first in the order of ties stays. */
export function takeFree({ free, excluded }: Contest): number[] {
  const taken: number[] = [];
  for (const p of free) if (!excluded[p].some((other) => taken.includes(other))) taken.push(p);
  return taken;
}
