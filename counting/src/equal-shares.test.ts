import { describe, expect, it } from 'vitest';
import { electionOf } from './ballots/election-of.ts';
import { equalShares } from './equal-shares.ts';

describe('equal shares', () => {
  it('lets each half of a town decide about its half of the money', () => {
    const election = electionOf({
      kind: 'approval',
      budget: 100,
      options: ['library', 'park', 'stadium', 'square'].map((id) => ({ id, cost: 50 })),
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
