import { describe, expect, it } from 'vitest';
import { approval } from './approval.ts';
import { electionOf } from './ballots/election-of.ts';
import { commonTrials } from './trials.ts';

commonTrials({ method: 'approval', kind: 'approval', count: (election, ties) => approval(election, { ties }) });

describe('approval', () => {
  it('lets every table weigh the same, whatever its size', () => {
    const election = electionOf({
      kind: 'approval',
      options: ['well', 'road'],
      ballots: [
        { marks: ['road'], times: 5, weight: '1/5' },
        { marks: ['well'], times: 2, weight: '1/3' },
        { marks: ['road'], times: 1, weight: '1/3' },
      ],
    });
    const outcome = approval(election);
    expect(outcome.steps).toEqual([
      { kind: 'total', option: 'well', votes: '2/3' },
      { kind: 'total', option: 'road', votes: '4/3' },
    ]);
    expect(outcome.counted).toBe(8);
  });
  it('reads grades as approvals from the grade that the caller names', () => {
    const election = electionOf({
      kind: 'grades',
      scale: ['no', 'maybe', 'yes'],
      options: ['monday', 'friday'],
      ballots: [{ marks: { monday: 'yes', friday: 'maybe' } }, { marks: { friday: 'maybe' } }],
    });
    expect(approval(election).winners).toEqual(['monday']);
    expect(approval(election, { approve: 'maybe' }).winners).toEqual(['friday']);
  });
});
