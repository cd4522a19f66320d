import { describe, expect, it } from 'vitest';
import { electionOf } from './ballots/election-of.ts';
import { greedyPerCost } from './greedy-per-cost.ts';
import { commonTrials } from './trials.ts';

commonTrials({
  method: 'greedy-per-cost',
  kind: 'approval',
  count: (election, ties) => greedyPerCost(election, { ties }),
  setting: { budget: '1', costs: {} },
});

describe('greedy per cost', () => {
  it('prefers many small projects to one large one, and takes what costs nothing first', () => {
    const election = electionOf({
      kind: 'approval',
      budget: 10,
      options: [
        { id: 'hall', cost: 10 },
        { id: 'bench', cost: 3 },
        { id: 'tree', cost: '7/2' },
        { id: 'name', cost: 0 },
      ],
      ballots: [
        { times: 6, marks: ['hall'] },
        { times: 2, marks: ['bench'] },
        { times: 3, marks: ['tree'] },
        { marks: ['name'] },
      ],
    });
    expect(greedyPerCost(election).winners).toEqual(['name', 'tree', 'bench']);
    expect(greedyPerCost(election).spent).toBe('6.5');
  });
});
