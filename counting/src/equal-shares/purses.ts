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
 * Voter v: `purse[2v]` = money left, `purse[2v + 1]` = mass (side by side, for the sake of memory), `doubt[v]` = the bound,
 * `brokeIn[v]` = the round in which the last was given. Block k of the support: `end[k]` = where the voters with money end.
 * Project p: `perPoint[p]` = the last payment per point found, `low[p]` = a proven lower bound of its price,
 * `high[p]` = a likely upper one,
 * `roundOf[p]` = the round in which it was bought, or −1.
 */
export interface Purses {
  readonly purse: Float64Array;
  readonly doubt: Float64Array;
  readonly brokeIn: Int32Array;
  readonly end: Uint32Array;
  readonly perPoint: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly roundOf: Int32Array;
  endowment: Rational;
  largestDoubt: number;
  purchases: Purchase[];
}

/** Empty purses of the right sizes, to be filled before each run. */
export function emptyPurses({ support, money }: Contest): Purses {
  const voters = support.mass.length;
  return {
    purse: new Float64Array(2 * voters),
    doubt: new Float64Array(voters),
    brokeIn: new Int32Array(voters),
    end: new Uint32Array(support.to.length),
    perPoint: new Float64Array(money.costs.length),
    low: new Float64Array(money.costs.length),
    high: new Float64Array(money.costs.length),
    roundOf: new Int32Array(money.costs.length),
    endowment: { top: 0n, bottom: 1n },
    largestDoubt: 0,
    purchases: [],
  };
}

/** Gives every voter the same endowment (whole-money units per unit of mass) and forgets all purchases. */
export function fillPurses(contest: Contest, purses: Purses, endowment: Rational): void {
  const { support, cost, pointsOfAll, size, scale } = contest;
  const each = approximate(endowment);
  for (let v = 0; v < support.mass.length; v++) {
    purses.purse[2 * v] = each;
    purses.purse[2 * v + 1] = support.mass[v];
  }
  purses.endowment = endowment;
  purses.largestDoubt = 4 * UNIT * each;
  purses.doubt.fill(purses.largestDoubt);
  purses.brokeIn.fill(NEVER);
  purses.end.set(support.to);
  purses.roundOf.fill(-1);
  purses.purchases = [];
  for (const p of contest.buyable) {
    const share = cost[p] / pointsOfAll[p];
    purses.perPoint[p] = share;
    purses.low[p] = (share * (1 - 2 * (size[p] + 16) * UNIT)) / scale[p];
  }
}
