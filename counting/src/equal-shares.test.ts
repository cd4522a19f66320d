import { describe, expect, it } from 'vitest';
import { approvalBudget } from './budgets/small-budget.ts';
import { equalShares } from './equal-shares.ts';

describe('equal shares', () => {
  it('lets each half of a town decide about its half of the money', () => {
    const election = approvalBudget({
      budget: 100,
      costs: { library: 50, park: 50, stadium: 50, square: 50 },
      ballots: [
        { times: 6, marks: ['stadium', 'square'] },
        { times: 4, marks: ['library', 'park'] },
      ],
    });
    const outcome = equalShares(election, { completion: 'none' });
    expect(outcome.winners).toEqual(['stadium']);
    expect(outcome.spent).toBe('50');
    expect(equalShares(election).winners).toEqual(['stadium', 'library']);
  });
});
