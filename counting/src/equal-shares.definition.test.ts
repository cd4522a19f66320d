import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntheticBudget } from '../bench/synthetic-budget.ts';
import { anyBudget } from './budgets/any-budget.reference.ts';
import type { Ties } from './budgets/tie-order.ts';
import type { Election } from './election.ts';
import { equalSharesByDefinition } from './equal-shares.reference.ts';
import { type EqualSharesOptions, equalShares } from './equal-shares.ts';
import { rational, showRational } from './rational.ts';

const anyRules: fc.Arbitrary<EqualSharesOptions> = fc.record({
  utility: fc.constantFrom('cost', 'cardinality', 'score'),
  completion: fc.constantFrom('none', 'add1', 'add1u', 'utilitarian', 'phragmen'),
  exhaustive: fc.constantFrom('yes', 'no'),
  start: fc.constantFrom('floor', 'exact'),
  increment: fc.constantFrom('1', '1/3', '0.25'),
  comparison: fc.constantFrom('yes', 'no'),
  ties: fc.constantFrom<Ties>('list', 'cost', 'votes', ['p3', 'p1', 'p0']),
});

/** Larger budgets with uneven costs: long counts in which hardly anything is level. */
const unevenBudget = anyBudget({
  costs: ['137', '211', '298', '350', '423', '97', '61', '160', '161', '240.5'],
  budgets: ['500', '999', '1234.5', '1800'],
  weights: ['1', '1', '1', '1', '1/3', '1/7'],
  mostOptions: 14,
  mostBallots: 30,
});

/** Amounts that differ by less than a float can hold. */
const hugeBudget = anyBudget({
  costs: ['100000000000000001', '100000000000000002', '100000000000000003', '200000000000000003', '300000000000000005'],
  budgets: ['300000000000000003', '300000000000000004', '400000000000000007', '600000000000000008'],
  weights: ['1', '1', '1', '1/3'],
});

function agrees(election: Election, given: EqualSharesOptions): void {
  const known = new Set(election.options.map((option) => option.id));
  const rules = typeof given.ties === 'object' ? { ...given, ties: given.ties.filter((id) => known.has(id)) } : given;
  const fast = equalShares(election, rules);
  const plain = equalSharesByDefinition(election, rules);
  expect({ winners: fast.winners, tied: fast.tied }).toEqual({ winners: plain.winners, tied: plain.tied });
  const endowments = fast.steps.find((step) => step.kind === 'endowments');
  if (endowments) expect(endowments.final).toBe(showRational(plain.endowment));
}

describe('the fast count of equal shares', () => {
  it('is the count by the definition, whatever the ballots, weights, ties and completion', () => {
    fc.assert(fc.property(anyBudget(), anyRules, agrees), { numRuns: Number(process.env.SOFRA_RUNS ?? 400) });
  });
  it('is the count by the definition when floats cannot tell the amounts apart', () => {
    const still = fc
      .tuple(anyRules, fc.constantFrom('none' as const, 'utilitarian' as const, 'phragmen' as const))
      .map(([rules, completion]): EqualSharesOptions => ({ ...rules, completion }));
    fc.assert(fc.property(hugeBudget, still, agrees), { numRuns: Number(process.env.SOFRA_RUNS ?? 300) });
  });
  it('is the count by the definition when it takes long and little is level', () => {
    const coarse = anyRules.map((rules): EqualSharesOptions => ({ ...rules, increment: '7/2' }));
    fc.assert(fc.property(unevenBudget, coarse, agrees), { numRuns: Number(process.env.SOFRA_RUNS ?? 60) });
  });
  it.each(['approval', 'score'] as const)(
    'is the count by the definition with more voters than are looked at together: %s',
    (kind) => {
      const town = syntheticBudget({ kind, ballots: 1_400, options: 20 });
      const ballots = { ...town.ballots, ...(kind === 'score' && weightsInTurn(town.ballots.size)) };
      agrees({ ...town, ballots }, { utility: 'score', completion: 'utilitarian' });
    },
  );
});

/** Voters of three weights in turn. */
function weightsInTurn(size: number) {
  const rows = Array.from({ length: size }, (_, row) => row);
  return {
    weight: Uint32Array.from(rows, (row) => Math.floor(row / 7) % 3),
    weights: [rational(1), rational(1, 3), rational(2)],
  };
}
