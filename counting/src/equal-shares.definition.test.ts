import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyBudget } from './budgets/any-budget.reference.ts';
import type { Ties } from './budgets/tie-order.ts';
import { equalSharesByDefinition } from './equal-shares.reference.ts';
import { type EqualSharesOptions, equalShares } from './equal-shares.ts';
import { showRational } from './rational.ts';

const anyRules: fc.Arbitrary<EqualSharesOptions> = fc.record({
  utility: fc.constantFrom('cost', 'cardinality', 'score'),
  completion: fc.constantFrom('none', 'add1', 'add1u', 'utilitarian', 'phragmen'),
  exhaustive: fc.constantFrom('yes', 'no'),
  start: fc.constantFrom('floor', 'exact'),
  increment: fc.constantFrom('1', '1/3', '0.25'),
  comparison: fc.constantFrom('yes', 'no'),
  ties: fc.constantFrom<Ties>('list', 'cost', 'votes', ['p3', 'p1', 'p0']),
});

describe('the fast count of equal shares', () => {
  it('is the count by the definition, whatever the ballots, weights, ties and completion', () => {
    fc.assert(
      fc.property(anyBudget(), anyRules, (election, given) => {
        const known = new Set(election.options.map((option) => option.id));
        const rules =
          typeof given.ties === 'object' ? { ...given, ties: given.ties.filter((id) => known.has(id)) } : given;
        const fast = equalShares(election, rules);
        const plain = equalSharesByDefinition(election, rules);
        expect({ winners: fast.winners, tied: fast.tied }).toEqual({ winners: plain.winners, tied: plain.tied });
        const endowments = fast.steps.find((step) => step.kind === 'endowments');
        if (endowments) expect(endowments.final).toBe(showRational(plain.endowment));
      }),
      { numRuns: Number(process.env.SOFRA_RUNS ?? 400) },
    );
  });
});
