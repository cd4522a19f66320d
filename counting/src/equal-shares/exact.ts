import { approximate } from '../budgets/approximate.ts';
import { type Contest, eachSupporter, exactMass, supportersOf } from '../budgets/contest.ts';
import { compare, multiply, type Rational, rational, subtract } from '../rational.ts';
import { NEVER, opened, openPurse, type Purses, UNIT } from './purses.ts';

/**
 * Exact amounts of a run. What a voter who has money still has is endowment − Σ points × payment per point over the projects
 * bought so far, so the money of many voters is a sum of a few exact payments with whole-number factors. Only those
 * factors are added up voter by voter; long fractions are touched once per purchase.
 */
interface Factors {
  /** Per weight: how many voters, then for each round the points they gave the project bought in it. */
  readonly byWeight: readonly Float64Array[];
}

const noFactors = (contest: Contest, rounds: number): Factors => ({
  byWeight: contest.money.weights.map(() => new Float64Array(rounds + 1)),
});

function addVoter(contest: Contest, purses: Purses, at: { factors: Factors; v: number }): void {
  const { voters, marksFrom, marked, gives } = contest.support;
  const own = at.factors.byWeight[voters.weight[at.v]];
  const times = voters.times[at.v];
  own[0] += times;
  for (let m = marksFrom[at.v]; m < marksFrom[at.v + 1]; m++) {
    const round = purses.roundOf[marked[m]];
    if (round >= 0 && round + 1 < own.length) own[round + 1] += times * (gives ? gives[m] : 1);
  }
}

/** What the voters added up hold together, in units of `money.costs`. */
function worth(contest: Contest, purses: Purses, factors: Factors): Rational {
  const total = (column: number): bigint =>
    contest.money.weights.reduce((sum, weight, w) => sum + weight * BigInt(factors.byWeight[w][column]), 0n);
  let sum = multiply(rational(total(0)), purses.endowment);
  for (let column = 1; column < factors.byWeight[0].length; column++) {
    const factor = total(column);
    if (factor !== 0n) sum = subtract(sum, multiply(rational(factor), exactPayment(contest, purses, column - 1)));
  }
  return sum;
}

/** A fraction divided by a whole number. */
const over = (value: Rational, whole: bigint): Rational => rational(value.top, value.bottom * whole);

/** What voters who are not broke hold together, exactly, in units of `money.costs`. */
export function exactMoney(contest: Contest, purses: Purses, voters: Iterable<number>): Rational {
  const factors = noFactors(contest, purses.purchases.length);
  for (const v of voters) addVoter(contest, purses, { factors, v });
  return worth(contest, purses, factors);
}

/** What one voter of weight 1 with the ballot of v has left, exactly; v must not be broke. */
export function exactLeft(contest: Contest, purses: Purses, v: number): Rational {
  const { marksFrom, marked, gives } = contest.support;
  let left = purses.endowment;
  for (let m = marksFrom[v]; m < marksFrom[v + 1]; m++) {
    const round = purses.roundOf[marked[m]];
    if (round < 0) continue;
    left = subtract(left, multiply(rational(gives ? gives[m] : 1), exactPayment(contest, purses, round)));
  }
  return left;
}

/** The exact payment per point of the purchase of a round; worked out once, when first asked for. */
export function exactPayment(contest: Contest, purses: Purses, round: number): Rational {
  const purchase = purses.purchases[round];
  if (purchase.exact) return purchase.exact;
  const factors = noFactors(contest, round);
  const richOf = contest.money.weights.map(() => 0);
  const { times, weight } = contest.support.voters;
  eachSupporter(contest, purchase.project, (v, points) => {
    if (purses.brokeIn[v] === round) addVoter(contest, purses, { factors, v });
    else if (purses.brokeIn[v] > round) richOf[weight[v]] += times[v] * points;
  });
  const rich = contest.money.weights.reduce((sum, each, w) => sum + each * BigInt(richOf[w]), 0n);
  const cost = rational(contest.money.costs[purchase.project]);
  purchase.exact = over(subtract(cost, worth(contest, purses, factors)), rich);
  return purchase.exact;
}

/** The exact payment per point of `rich` points, when those who gave all had `held` so much at first and `paid` so much of it before. */
export const paymentOf = (at: { cost: Rational; held: Rational; paid: Rational; rich: bigint }): Rational =>
  over(subtract(at.cost, subtract(at.held, at.paid)), at.rich);

/**
 * The exact payment per point of project p in the present state, or undefined when its supporters cannot afford it.
 * Starts from the voters who surely give all they have and adds those who exactly turn out to, until nobody is added.
 */
export function exactPerPoint(contest: Contest, purses: Purses, p: number): Rational | undefined {
  const factors = noFactors(contest, purses.purchases.length);
  let undecided = [...supportersOf(contest, p)].filter(({ v }) => purses.brokeIn[v] === NEVER);
  let rich = undecided.reduce((sum, { v, points }) => sum + exactMass(contest, v) * BigInt(points), 0n);
  const cost = rational(contest.money.costs[p]);
  let share: Rational | undefined;
  let about = purses.low[p] * contest.scale[p] * (1 - 4 * UNIT);
  for (;;) {
    const poor = undecided.filter((one) => givesAll(contest, purses, { ...one, share, about }));
    if (share && poor.length === 0) return share;
    for (const { v, points } of poor) {
      addVoter(contest, purses, { factors, v });
      rich -= exactMass(contest, v) * BigInt(points);
    }
    if (rich === 0n) return undefined;
    const gone = new Set(poor);
    undecided = undecided.filter((one) => !gone.has(one));
    share = over(subtract(cost, worth(contest, purses, factors)), rich);
    about = approximate(share);
  }
}

/** Whether a voter has less than the share asked; without an exact `share`, only when that is sure. */
export function givesAll(
  contest: Contest,
  purses: Purses,
  one: { v: number; points: number; share: Rational | undefined; about: number },
): boolean {
  const due = one.about * one.points;
  if ((purses.rough[one.v] - purses.slack - 1) * purses.step > due) return false;
  openPurse(contest, purses, one.v);
  const left = opened.left[0];
  const doubt = opened.doubt[0] + 8 * UNIT * (left + due);
  if (left + doubt < due) return true;
  if (!one.share || left - doubt > due) return false;
  return compare(exactLeft(contest, purses, one.v), multiply(rational(one.points), one.share)) < 0;
}

/** The exact price of one unit of utility, to compare projects by. */
export const priceOf = (contest: Contest, p: number, perPoint: Rational): Rational => over(perPoint, contest.scales[p]);
