import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { electionOf } from './ballots/election-of.ts';
import { anyBudget } from './budgets/any-budget.reference.ts';
import { phragmenByDefinition } from './equal-shares.reference.ts';
import { equalShares } from './equal-shares.ts';
import { phragmen } from './phragmen.ts';
import { compare, parseRational } from './rational.ts';
import { commonTrials } from './trials.ts';

commonTrials({
  method: 'phragmen',
  kind: 'approval',
  count: (election, ties) => phragmen(election, { ties, misfit: 'skip' }),
  setting: { budget: '1', costs: {} },
});

const town = electionOf({
  kind: 'approval',
  budget: 10,
  options: [
    { id: 'hall', cost: 6 },
    { id: 'park', cost: 4 },
    { id: 'path', cost: 4 },
    { id: 'tram', cost: 11 },
  ],
  ballots: [
    { times: 3, marks: ['hall', 'park', 'tram'] },
    { times: 1, marks: ['path', 'tram'] },
  ],
});

describe('sequential phragmen', () => {
  it('buys a project as soon as its supporters have earned what it costs', () => {
    const outcome = phragmen(town);
    expect(outcome.winners).toEqual(['park', 'hall']);
    expect(outcome.steps.map(({ earned }) => earned)).toEqual(['4/3', '10/3', undefined]);
  });
  it('stops when a project whose turn has come does not fit, or leaves such projects out', () => {
    const shorter = { ...town, budget: parseRational('9') };
    expect(phragmen(shorter).winners).toEqual(['park']);
    expect(phragmen(shorter).steps.at(-1)).toMatchObject({ kind: 'stopped', option: 'hall', left: '5' });
    expect(phragmen(shorter, { misfit: 'skip' }).winners).toEqual(['park', 'path']);
  });
  it('never spends more than the budget', () => {
    fc.assert(
      fc.property(anyBudget(), fc.constantFrom('skip' as const, 'stop' as const), (election, misfit) => {
        const outcome = phragmen(election, { misfit });
        expect(compare(parseRational(outcome.spent!), parseRational(outcome.budget!))).toBeLessThanOrEqual(0);
      }),
    );
  });
  it('is the count by the definition, also when floats cannot tell the amounts apart', () => {
    const huge = anyBudget({
      costs: ['100000000000000001', '100000000000000002', '300000000000000005'],
      budgets: ['500000000000000008'],
    });
    fc.assert(
      fc.property(fc.oneof(anyBudget(), huge), fc.constantFrom('list' as const, 'cost' as const), (election, ties) => {
        const { winners, tied } = phragmen(election, { misfit: 'skip', ties });
        const plain = phragmenByDefinition(election, ties);
        expect({ winners, tied }).toEqual({ winners: plain.winners, tied: plain.tied });
      }),
      { numRuns: Number(process.env.SOFRA_RUNS ?? 300) },
    );
  });
  it('is what equal shares completes to when nobody can buy anything from an equal share', () => {
    const poor = {
      ...town,
      budget: parseRational('10'),
      options: town.options.map((o) => ({ ...o, cost: parseRational('9') })),
    };
    const completed = equalShares(poor, { completion: 'phragmen', start: 'floor' });
    expect(completed.winners).toEqual(phragmen(poor, { misfit: 'skip' }).winners);
  });
});
