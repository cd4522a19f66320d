import { unitsOf } from '../ballots/units.ts';
import type { Election } from '../election.ts';
import { CountingError } from '../outcome.ts';
import type { Rational } from '../rational.ts';

/**
 * Costs, budget and weights as whole numbers. A voter of weight w is counted as w voters; weights are brought to whole
 * `weights` by `weightScale`, and costs and budget are multiplied by it too, so that nothing changes in proportion.
 * An amount of `costs` and `budget` is `moneyScale × weightScale` times the amount of the file;
 * what one voter of weight 1 holds or pays is `moneyScale` times that amount.
 */
export interface Money {
  readonly costs: readonly bigint[];
  readonly budget: bigint;
  readonly moneyScale: bigint;
  readonly weightScale: bigint;
  readonly weights: readonly bigint[];
}

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommonDivisor(b, a % b));
const leastCommonMultiple = (a: bigint, b: bigint): bigint => (a / greatestCommonDivisor(a, b)) * b;
const commonBottom = (values: readonly Rational[]): bigint =>
  values.reduce((bottom, value) => leastCommonMultiple(bottom, value.bottom), 1n);
const whole = (value: Rational, scale: bigint): bigint => (value.top * scale) / value.bottom;

/**
 * The whole-number costs, budget and weights of a participatory budget. Throws a CountingError when the budget or a cost
 * is missing or negative (`no-budget`, `no-cost`, `negative-budget`, `negative-cost`) or a weight is negative (`negative-weight`).
 */
export function wholeMoney(election: Election): Money {
  if (!election.budget) throw new CountingError('no-budget');
  if (election.budget.top < 0n) throw new CountingError('negative-budget');
  const costs = election.options.map(costOf);
  const { each: weights, bottom: weightScale } = unitsOf(election.ballots);
  for (const weight of weights) if (weight < 0n) throw new CountingError('negative-weight');
  const moneyScale = commonBottom([...costs, election.budget]);
  const scale = moneyScale * weightScale;
  return {
    costs: costs.map((cost) => whole(cost, scale)),
    budget: whole(election.budget, scale),
    moneyScale,
    weightScale,
    weights,
  };
}

function costOf(option: Election['options'][number]): Rational {
  if (!option.cost) throw new CountingError('no-cost', { option: option.id });
  if (option.cost.top < 0n) throw new CountingError('negative-cost', { option: option.id });
  return option.cost;
}
