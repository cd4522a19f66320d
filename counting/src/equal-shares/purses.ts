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
 * What everybody still has during one run. Nobody's money is written down to the last digit: it is the endowment without the payments for
 * what the ballot supports (`openPurses`), and only asked of those of whom it matters. What is kept of a voter is so small that
 * a million of them stay beside the processor.
 * Voter v: `rough[v]` = the money in steps of `step`, proven to be no less than it is and at most `slack` steps more, 0 only when broke;
 * `brokeIn[v]` = the round in which the last was given.
 * Project p: `paid[p]` = what a point cost, 0 until it is bought, and `paidError[p]` how far that is from exact at most; `perPoint[p]` = the
 * last payment per point found, `low[p]` = a proven lower bound of its price, `high[p]` = a likely upper one,
 * `roundOf[p]` = the round in which it was bought, or −1.
 * `givers` = those who give all for project `givenFor`, as they were last told apart.
 */
export interface Purses {
  readonly rough: Uint16Array;
  readonly brokeIn: Int32Array;
  readonly paid: Float64Array;
  readonly paidError: Float64Array;
  readonly perPoint: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly roundOf: Int32Array;
  readonly givers: Uint32Array;
  givenFor: number;
  giverCount: number;
  endowment: Rational;
  each: number;
  step: number;
  slack: number;
  purchases: Purchase[];
}

/** Empty purses of the right sizes, to be filled before each run. */
export function emptyPurses({ support, money, size }: Contest): Purses {
  const voters = support.mass.length;
  const options = money.costs.length;
  return {
    rough: new Uint16Array(voters),
    brokeIn: new Int32Array(voters),
    paid: new Float64Array(options),
    paidError: new Float64Array(options),
    perPoint: new Float64Array(options),
    low: new Float64Array(options),
    high: new Float64Array(options),
    roundOf: new Int32Array(options),
    givers: new Uint32Array(size.reduce((most, own) => Math.max(most, own), 0) + 1),
    givenFor: -1,
    giverCount: 0,
    endowment: { top: 0n, bottom: 1n },
    each: 0,
    step: 0,
    slack: 0,
    purchases: [],
  };
}

/** In so many steps the rough purses tell an endowment apart. */
const mostSteps = 65_000;

/** Gives every voter the same endowment (whole-money units per unit of mass) and forgets all purchases. */
export function fillPurses(contest: Contest, purses: Purses, endowment: Rational): void {
  const { cost, pointsOfAll, size, scale } = contest;
  const each = approximate(endowment);
  purses.endowment = endowment;
  purses.each = each;
  purses.step = each / mostSteps;
  purses.slack = 2;
  purses.rough.fill(each > 0 ? mostSteps + 1 : 0);
  purses.brokeIn.fill(NEVER);
  purses.roundOf.fill(-1);
  purses.paid.fill(0);
  purses.paidError.fill(0);
  purses.givenFor = -1;
  purses.purchases = [];
  for (const p of contest.buyable) {
    const share = cost[p] / pointsOfAll[p];
    purses.perPoint[p] = share;
    purses.low[p] = (share * (1 - 2 * (size[p] + 16) * UNIT)) / scale[p];
  }
}

/** So many purses can be opened together. */
export const together = 1024;

/** What opened purses hold, one after another: money, and how far that is from the exact amount at most. */
export const opened = { left: new Float64Array(together), doubt: new Float64Array(together) };

const marksBegin = new Uint32Array(together);
const marksEnd = new Uint32Array(together);

/**
 * Finds what voters who are not broke still have: the endowment without what was paid for each project that the ballot supports. Where the
 * marks of a ballot are is looked up for all first, and the first of them touched: so the memory is asked for many ballots at once.
 */
export function openPurses({ support }: Contest, purses: Purses, given: { voters: Uint32Array; length: number }): void {
  const { marksFrom, marked, gives } = support;
  const { paid, paidError, each } = purses;
  const { voters, length } = given;
  const { left, doubt } = opened;
  for (let i = 0; i < length; i++) {
    marksBegin[i] = marksFrom[voters[i]];
    marksEnd[i] = marksFrom[voters[i] + 1];
  }
  for (let i = 0; i < length; i++) left[i] = marked[marksBegin[i]] + marked[marksEnd[i] - 1];
  for (let i = 0; i < length; i++) {
    const end = marksEnd[i];
    let money = each;
    let error = (8 + 4 * (end - marksBegin[i])) * UNIT * each;
    for (let m = marksBegin[i]; m < end; m++) {
      const points = gives ? gives[m] : 1;
      money -= paid[marked[m]] * points;
      error += paidError[marked[m]] * points;
    }
    left[i] = money;
    doubt[i] = error;
  }
}

const alone = new Uint32Array(1);

/** Opens one purse: the first of `opened`. */
export function openPurse(contest: Contest, purses: Purses, v: number): void {
  alone[0] = v;
  openPurses(contest, purses, { voters: alone, length: 1 });
}
