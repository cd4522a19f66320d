import type { Contest } from '../budgets/contest.ts';
import { showMoney } from '../budgets/show.ts';
import type { Step } from '../outcome.ts';
import { multiply, type Rational, rational, showRational } from '../rational.ts';
import { priceOf } from './exact.ts';
import type { Purses } from './purses.ts';
import type { Run } from './run.ts';
import { type Settled, settlePurchases } from './settle.ts';

/**
 * What a run did, for people. For each project bought: the round, what it cost, how many supporters it had, how many of them
 * gave all they had left, what a supporter paid at most (of weight 1, for the highest points given), and the effective
 * price: the most anyone paid per unit of utility. Amounts are exact text in the currency of the budget.
 */
export function explainRun(contest: Contest, purses: Purses, run: Run): Step[] {
  const name = (p: number): string => contest.election.options[p].id;
  const free = run.free.map((p) => ({ kind: 'free', option: name(p), cost: '0' }));
  const settled = settlePurchases(contest, purses);
  const bought = run.bought.map((p, round) => ({
    kind: 'bought',
    round: round + 1,
    option: name(p),
    cost: showMoney(contest.money, contest.money.costs[p]),
    ...explainPurchase(contest, p, settled[round]),
  }));
  return [...free, ...bought];
}

function explainPurchase(contest: Contest, p: number, settled: Settled): Record<string, unknown> {
  const { money, scales } = contest;
  const { supporters, gaveAll, mostPoints, perPoint } = settled;
  const inCurrency = (value: Rational): Rational => rational(value.top, value.bottom * money.moneyScale);
  const unit = scales[p] === 1n ? 1n : money.moneyScale * money.weightScale;
  const price = multiply(inCurrency(priceOf(contest, p, perPoint)), rational(unit));
  return {
    supporters,
    gaveAll,
    paidAtMost: showRational(inCurrency(multiply(perPoint, rational(mostPoints)))),
    price: showRational(price),
  };
}
