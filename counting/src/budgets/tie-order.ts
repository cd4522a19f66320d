import type { Election } from '../election.ts';
import { CountingError, type TieOrder } from '../outcome.ts';
import { compare, type Rational, rational } from '../rational.ts';

/**
 * How a tie breaks: `list` = the order of the options, `cost` = the cheaper first, `votes` = the more supported first,
 * or option ids, the first wins. What this leaves tied falls to the order of the options.
 */
export type Ties = 'list' | 'cost' | 'votes' | TieOrder;

/**
 * The rank of every option in a tie (0 wins), by index. `votes` are the scores that `ties: 'votes'` looks at.
 * Throws a CountingError (`unknown-tie-order`) for a word or an id that the election does not know.
 */
export function tieRanks(election: Election, ties: Ties, votes: readonly bigint[]): Uint32Array {
  const place = givenPlaces(election, ties);
  const cost = (p: number): Rational => election.options[p].cost ?? rational(0);
  const order = election.options.map((_, p) => p);
  order.sort((a, b) => {
    if (place) return place[a] - place[b] || a - b;
    if (ties === 'cost') return compare(cost(a), cost(b)) || a - b;
    if (ties === 'votes') return votes[a] === votes[b] ? a - b : votes[a] > votes[b] ? -1 : 1;
    return a - b;
  });
  const ranks = new Uint32Array(order.length);
  order.forEach((p, rank) => {
    ranks[p] = rank;
  });
  return ranks;
}

function givenPlaces(election: Election, ties: Ties): number[] | undefined {
  if (ties === 'list' || ties === 'cost' || ties === 'votes') return undefined;
  if (typeof ties === 'string') throw new CountingError('unknown-tie-order', { ties });
  const known = new Set(election.options.map((option) => option.id));
  const places = new Map<string, number>();
  ties.forEach((id, place) => {
    if (!known.has(id)) throw new CountingError('unknown-tie-order', { ties: id });
    if (!places.has(id)) places.set(id, place);
  });
  return election.options.map((option) => places.get(option.id) ?? ties.length);
}

/** How an outcome writes down the tie order in force. */
export const showTies = (ties: Ties): string => (typeof ties === 'string' ? ties : ties.join(','));
