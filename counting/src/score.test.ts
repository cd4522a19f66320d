import { describe, expect, it } from 'vitest';
import { electionOf } from './ballots/election-of.ts';
import { score } from './score.ts';
import { commonTrials } from './trials.ts';

commonTrials({ method: 'score', kind: 'score', count: (election, ties) => score(election, { ties }) });
commonTrials({ method: 'score', kind: 'cumulative', count: (election, ties) => score(election, { ties }) });

describe('score', () => {
  it('adds decimals exactly', () => {
    const election = electionOf({
      kind: 'score',
      options: ['a', 'b'],
      ballots: [{ marks: { a: 0.1 } }, { marks: { a: 0.2 } }, { marks: { b: 0.3 } }],
    });
    expect(score(election)).toMatchObject({ winners: ['a'], tied: [['a', 'b']] });
  });
});
