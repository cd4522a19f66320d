import { turnoutOf } from './ballots/turnout.ts';
import type { Election } from './election.ts';
import type { Outcome } from './outcome.ts';
import { pairwise } from './ranked/pairwise.ts';

/**
 * The Condorcet check: is there an option that a majority prefers to each other one? Equal ranks count for neither side and
 * unranked options are last. Winners: that option, or nobody; nothing is broken by an order. Steps: the matrix and the Smith set.
 * Throws a CountingError for ballots other than ranked. See methods/condorcet.md.
 */
export function condorcet(election: Election): Outcome {
  const pairs = pairwise(election, 'condorcet');
  const turnout = turnoutOf(election.ballots);
  const found = pairs.condorcet >= 0 && turnout.counted > turnout.blank;
  return {
    method: 'condorcet',
    options: { unranked: 'last' },
    winners: found ? [election.options[pairs.condorcet].id] : [],
    tied: [],
    ...turnout,
    steps: pairs.steps,
  };
}
