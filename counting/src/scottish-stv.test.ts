import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { electionOf } from './ballots/election-of.ts';
import { plainScottishStv } from './scottish-stv.reference.ts';
import { scottishStv } from './scottish-stv.ts';
import { commonTrials } from './trials.ts';

commonTrials({ method: 'scottish-stv', kind: 'ranked', count: (election, ties) => scottishStv(election, { ties }) });

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const ballot = fc.record({ marks: fc.shuffledSubarray(ids), times: fc.integer({ min: 1, max: 9 }) });

describe('a Scottish count', () => {
  it('agrees at every stage with moving one sheet of paper at a time', () => {
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 14 }), fc.integer({ min: 1, max: 5 }), (ballots, seats) => {
        const plain = plainScottishStv(ids, ballots, seats);
        const outcome = scottishStv(electionOf({ kind: 'ranked', options: ids, ballots }), { seats });
        const units = (text: unknown): bigint => BigInt(Math.round(Number(text) * 1e5));
        const stages = outcome.steps
          .filter(({ votes, kind }) => kind === 'stage' && votes !== undefined)
          .map(({ votes, exhausted, elected }) => ({
            votes: Object.fromEntries(
              Object.entries(votes as Record<string, string>).map(([id, text]) => [id, units(text)]),
            ),
            exhausted: units(exhausted),
            elected,
          }));
        expect(outcome.winners).toEqual(plain.winners);
        expect(stages).toEqual(plain.stages);
      }),
      { numRuns: 1000 },
    );
  });
});
