import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { electionOf } from './ballots/election-of.ts';
import { schulze } from './schulze.ts';
import { commonTrials } from './trials.ts';

commonTrials({ method: 'schulze', kind: 'ranked', count: (election, ties) => schulze(election, { ties }) });

const ids = ['a', 'b', 'c', 'd'];
type Ranks = Record<string, number | undefined>;
const ballot = fc.record({
  ranks: fc.record(Object.fromEntries(ids.map((id) => [id, fc.integer({ min: 1, max: 3 })])), { requiredKeys: [] }),
  times: fc.integer({ min: 1, max: 3 }),
});
const variants = [
  { strength: 'winning-votes', level: 'equal' },
  { strength: 'winning-votes', level: 'opposition' },
  { strength: 'margins', level: 'equal' },
] as const;

/** How strong a majority is, as numbers to be compared one after another; the strength of a path is that of its weakest step. */
type Strength = readonly number[];
const weaker = (a: Strength, b: Strength): Strength => (a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? a : b);

/** The plain definition: looks along every path between each two options. */
function plainSchulze(
  ballots: readonly { ranks: Ranks; times: number }[],
  variant: (typeof variants)[number],
): string[] {
  const rank = (ranks: Ranks, id: string): number => ranks[id] ?? 99;
  const over = (a: string, b: string): number =>
    ballots.reduce((sum, { ranks, times }) => (rank(ranks, a) < rank(ranks, b) ? sum + times : sum), 0);
  const step = (a: string, b: string): Strength => {
    const [votes, against] = [over(a, b), over(b, a)];
    if (votes <= against) return [0, 0];
    if (variant.strength === 'margins') return [votes - against, 0];
    return [votes, variant.level === 'opposition' ? -against : 0];
  };
  const path = (from: string, to: string, past: readonly string[]): Strength =>
    ids
      .filter((by) => by !== to && !past.includes(by))
      .map((by) => weaker(step(from, by), path(by, to, [...past, by])))
      .reduce((best, one) => (weaker(best, one) === best ? one : best), step(from, to));
  const strongest = Object.fromEntries(
    ids.map((a) => [a, Object.fromEntries(ids.filter((b) => b !== a).map((b) => [b, path(a, b, [a])]))]),
  );
  return ids.filter((a) =>
    ids.every(
      (b) =>
        a === b ||
        weaker(strongest[b][a], strongest[a][b]) === strongest[b][a] ||
        String(strongest[a][b]) === String(strongest[b][a]),
    ),
  );
}

describe('Schulze', () => {
  it.each(variants)('finds what looking along every path finds: $strength, $level', (variant) => {
    fc.assert(
      fc.property(fc.array(ballot, { minLength: 1, maxLength: 8 }), (ballots) => {
        if (ballots.every(({ ranks }) => Object.keys(ranks).length === 0)) return;
        const marks = ballots.map(({ ranks, times }) => ({
          times,
          marks: [1, 2, 3].map((rank) => ids.filter((id) => ranks[id] === rank)).filter((level) => level.length > 0),
        }));
        const outcome = schulze(electionOf({ kind: 'ranked', options: ids, ballots: marks }), variant);
        const best = plainSchulze(ballots, variant);
        expect(outcome.winners).toEqual(best.slice(0, 1));
        expect(outcome.tied).toEqual(best.length > 1 ? [best] : []);
      }),
      { numRuns: 400 },
    );
  });
});
