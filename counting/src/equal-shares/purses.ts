import { approximate } from '../budgets/approximate.ts';
import type { Contest } from '../budgets/contest.ts';
import type { Rational } from '../rational.ts';

/** Half the distance from 1 to the next float: the largest relative error of one float operation. */
export const UNIT = 2 ** -53;

/** A voter who still has money. */
export const NEVER = 0x7fffffff;

/** One purchase: the project, what a point cost as a float, and exactly once somebody asked. */
export interface Purchase {
  readonly project: number;
  readonly perPoint: number;
  exact: Rational | undefined;
  readonly tied: readonly number[];
}

/**
 * What everybody still has during one run, in floats with a proven bound on how far each is from the exact amount.
 * Voter v: `purse[2v]` = money left, zero only when broke; `purse[2v + 1]` = the bound; `brokeIn[v]` = the round in which the last
 * was given. `rough[v]` = the money in steps of `step`, rounded up, so small that the purses of a million voters stay beside the processor.
 * Project p: `perPoint[p]` = the last payment per point found, `low[p]` = a proven lower bound of its price,
 * `high[p]` = a likely upper one,
 * `roundOf[p]` = the round in which it was bought, or −1.
 */
export interface Purses {
  readonly purse: Float64Array;
  readonly rough: Uint16Array;
  readonly brokeIn: Int32Array;
  readonly perPoint: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly roundOf: Int32Array;
  endowment: Rational;
  step: number;
  largestDoubt: number;
  purchases: Purchase[];
}

/** Empty purses of the right sizes, to be filled before each run. */
export function emptyPurses({ support, money }: Contest): Purses {
  const voters = support.mass.length;
  return {
    purse: new Float64Array(2 * voters),
    rough: new Uint16Array(voters),
    brokeIn: new Int32Array(voters),
    perPoint: new Float64Array(money.costs.length),
    low: new Float64Array(money.costs.length),
    high: new Float64Array(money.costs.length),
    roundOf: new Int32Array(money.costs.length),
    endowment: { top: 0n, bottom: 1n },
    step: 0,
    largestDoubt: 0,
    purchases: [],
  };
}

/** In so many steps the rough purses tell an endowment apart. */
const mostSteps = 65_000;

/** The steps that are surely not less than an amount; none only for nothing. */
export const stepsOf = (left: number, step: number): number => (left > 0 ? Math.floor(left / step) + 1 : 0);

/** Gives every voter the same endowment (whole-money units per unit of mass) and forgets all purchases. */
export function fillPurses(contest: Contest, purses: Purses, endowment: Rational): void {
  const { cost, pointsOfAll, size, scale } = contest;
  const each = approximate(endowment);
  purses.endowment = endowment;
  purses.step = each / mostSteps;
  purses.largestDoubt = 4 * UNIT * each;
  for (let at = 0; at < purses.purse.length; at += 2) {
    purses.purse[at] = each;
    purses.purse[at + 1] = purses.largestDoubt;
  }
  purses.rough.fill(each > 0 ? mostSteps + 1 : 0);
  purses.brokeIn.fill(NEVER);
  purses.roundOf.fill(-1);
  purses.purchases = [];
  for (const p of contest.buyable) {
    const share = cost[p] / pointsOfAll[p];
    purses.perPoint[p] = share;
    purses.low[p] = (share * (1 - 2 * (size[p] + 16) * UNIT)) / scale[p];
  }
}
