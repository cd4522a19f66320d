import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { electionOf } from './ballots/election-of.ts';
import { anyBudget } from './budgets/any-budget.reference.ts';
import { greedy } from './greedy.ts';
import { compare, parseRational } from './rational.ts';
import { commonTrials } from './trials.ts';

commonTrials({
  method: 'greedy',
  kind: 'approval',
  count: (election, ties) => greedy(election, { ties }),
  setting: { budget: '1', costs: {} },
});

const town = electionOf({
  kind: 'approval',
  budget: 100,
  options: [
    { id: 'pool', cost: 90 },
    { id: 'benches', cost: 30, excludes: 'square' },
    { id: 'trees', cost: 25, excludes: 'square' },
    { id: 'lamps', cost: 10 },
    { id: 'kiosk', cost: 10 },
    { id: 'statue', cost: 1 },
  ],
  ballots: [
    { times: 5, marks: ['benches', 'trees', 'pool'] },
    { times: 4, marks: ['pool', 'trees', 'lamps'] },
    { times: 3, marks: ['benches', 'kiosk', 'lamps'] },
  ],
  meta: { min_project_score_threshold: '4' },
});

describe('greedy', () => {
  it('funds down the list, passes over what does not fit and what is excluded, and nobody’s project never', () => {
    const outcome = greedy(town);
    expect(outcome.winners).toEqual(['pool', 'lamps']);
    expect(outcome.spent).toBe('100');
    expect(greedy(town, { ties: ['trees'] }).winners).toEqual(['trees', 'lamps', 'kiosk']);
  });
  it('says which ties the order decided', () => {
    expect(greedy(town).tied).toEqual([['pool', 'trees']]);
  });
  it('stops at the first that does not fit when the town says so', () => {
    expect(greedy(town, { misfit: 'stop', ties: ['benches'] }).winners).toEqual(['pool']);
  });
  it('holds the threshold of the file', () => {
    expect(greedy(town, { threshold: 'file', ties: ['trees'] }).winners).toEqual(['trees', 'lamps']);
  });
  it('never spends more than the budget', () => {
    fc.assert(
      fc.property(anyBudget(), fc.constantFrom('skip' as const, 'stop' as const), (election, misfit) => {
        const outcome = greedy(election, { misfit });
        expect(compare(parseRational(outcome.spent!), parseRational(outcome.budget!))).toBeLessThanOrEqual(0);
      }),
    );
  });
  it('refuses a missing budget, a negative cost and ballots that say nothing about money, with a reason', () => {
    const { budget: _, ...penniless } = town;
    expect(() => greedy(penniless)).toThrow('no-budget');
    expect(() => greedy({ ...town, options: [{ id: 'x', cost: parseRational('-1') }] })).toThrow('negative-cost');
    expect(() => greedy({ ...town, kind: 'consent' })).toThrow('kind-not-accepted');
  });
});
