import type { Election } from '../election.ts';
import { CountingError, type TieOrder } from '../outcome.ts';

/** The order that breaks ties: `before[i]` is the place of option i, lower wins. */
export interface TieRanks {
  readonly before: Uint32Array;
  /** What an outcome records: `list`, or the given ids. */
  readonly shown: string;
}

/**
 * The caller's order of ties; options it does not name follow in the order of the list.
 * Throws a CountingError when it names an option that does not exist.
 */
export function tieRanks({ options }: Election, order?: TieOrder): TieRanks {
  const before = new Uint32Array(options.length);
  if (!order) return { before: before.map((_, i) => i), shown: 'list' };
  const indexOf = new Map(options.map(({ id }, i) => [id, i]));
  const named = new Set<number>();
  for (const id of order) {
    const index = indexOf.get(id);
    if (index === undefined) throw new CountingError('tie-order-unknown-option', { option: id });
    named.add(index);
  }
  options.forEach((_, i) => {
    named.add(i);
  });
  [...named].forEach((index, place) => {
    before[index] = place;
  });
  return { before, shown: order.join(',') };
}

/** Options as they come under a tie order. */
export const inTieOrder = (indexes: readonly number[], { before }: TieRanks): number[] =>
  [...indexes].sort((a, b) => before[a] - before[b]);
