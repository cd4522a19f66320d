import type { TieRanks } from './tie-order.ts';

/** Who fills the seats when the highest totals win. */
export interface Filled {
  /** Indexes, highest total first. */
  readonly winners: readonly number[];
  /** Sets of indexes with equal totals of which some won and some did not. */
  readonly tied: readonly (readonly number[])[];
}

/** The `seats` highest totals among the options that may win. Equal totals are put in the tie order. */
export function highest(totals: readonly bigint[], mayWin: (index: number) => boolean, place: Place): Filled {
  const standing = totals
    .map((_, i) => i)
    .filter(mayWin)
    .sort((a, b) =>
      totals[a] === totals[b] ? place.ranks.before[a] - place.ranks.before[b] : totals[a] > totals[b] ? -1 : 1,
    );
  const winners = standing.slice(0, place.seats);
  const last = winners.at(-1);
  const next = standing[place.seats];
  if (last === undefined || next === undefined || totals[last] !== totals[next]) return { winners, tied: [] };
  return { winners, tied: [standing.filter((i) => totals[i] === totals[last])] };
}

export interface Place {
  readonly seats: number;
  readonly ranks: TieRanks;
}
