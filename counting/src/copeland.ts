import { highest } from './ballots/by-total.ts';
import { tieRanks } from './ballots/tie-order.ts';
import { turnoutOf } from './ballots/turnout.ts';
import type { Election } from './election.ts';
import type { Outcome, TieOrder } from './outcome.ts';
import { pairwise } from './ranked/pairwise.ts';
import { rational, showRational } from './rational.ts';

/** The choices of a Copeland count. */
export interface CopelandOptions {
  readonly ties?: TieOrder;
}

/**
 * Copeland: the option that wins the most comparisons of two; a comparison that ends level counts half for both.
 * Steps: matrix, condorcet, and one `wins` per option (exact text). Throws a CountingError for ballots other than ranked.
 * See methods/copeland.md.
 */
export function copeland(election: Election, options: CopelandOptions = {}): Outcome {
  const ranks = tieRanks(election, options.ties);
  const { size, over, steps } = pairwise(election, 'copeland');
  const turnout = turnoutOf(election.ballots);
  const all = election.options.map((_, i) => i);
  const doubled = all.map((a) =>
    all.reduce(
      (sum, b) => (a === b ? sum : sum + (over(a, b) > over(b, a) ? 2n : over(a, b) === over(b, a) ? 1n : 0n)),
      0n,
    ),
  );
  const marked = turnout.counted > turnout.blank;
  const { winners, tied } = highest(doubled, () => marked && size > 0, { seats: 1, ranks });
  const idOf = (i: number) => election.options[i].id;
  return {
    method: 'copeland',
    options: { level: '1/2', unranked: 'last', ties: ranks.shown },
    winners: winners.map(idOf),
    tied: tied.map((set) => set.map(idOf)),
    ...turnout,
    steps: [
      ...steps,
      ...doubled.map((sum, i) => ({ kind: 'wins', option: idOf(i), wins: showRational(rational(sum, 2n)) })),
    ],
  };
}
