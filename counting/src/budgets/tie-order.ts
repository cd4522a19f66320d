import { oneOf } from '../ballots/insist.ts';
import { tieRanks } from '../ballots/tie-order.ts';
import type { Election } from '../election.ts';
import type { TieOrder } from '../outcome.ts';
import { compare, type Rational, rational } from '../rational.ts';

/**
 * How a tie breaks: `list` = the order of the options, `cost` = the cheaper first, `votes` = the more supported first,
 * or option ids, the first wins. What this leaves tied falls to the order of the options.
 */
export type Ties = 'list' | 'cost' | 'votes' | TieOrder;

/**
 * The rank of every option in a tie (0 wins), by index. `votes` are the scores that `ties: 'votes'` looks at.
 * Throws a CountingError for a word (`option-value-unknown`) or an id (`tie-order-unknown-option`) that it does not know.
 */
export function budgetRanks(election: Election, ties: Ties, votes: readonly bigint[]): Uint32Array {
  if (typeof ties !== 'string') return tieRanks(election, ties).before;
  const word = oneOf('ties', ties, ['list', 'cost', 'votes']);
  const costOf = (p: number): Rational => election.options[p].cost ?? rational(0);
  const order = election.options.map((_, p) => p);
  order.sort((a, b) => {
    if (word === 'cost') return compare(costOf(a), costOf(b)) || a - b;
    if (word === 'list' || votes[a] === votes[b]) return a - b;
    return votes[a] > votes[b] ? -1 : 1;
  });
  const ranks = new Uint32Array(order.length);
  order.forEach((p, rank) => {
    ranks[p] = rank;
  });
  return ranks;
}

/** How an outcome writes down the tie order in force. */
export const showTies = (ties: Ties): string => (typeof ties === 'string' ? ties : ties.join(','));
