import { insistOnKind } from '../ballots/insist.ts';
import type { Election } from '../election.ts';

/** Ranked ballots made ready for counting: every row ordered by rank, every option at most once (its better rank). */
export interface Rankings {
  readonly size: number;
  /** Row r is `option[start[r]] … option[start[r + 1] − 1]`, the most wished first. */
  readonly start: Uint32Array;
  readonly option: Uint32Array;
  /** The rank beside each option: equal numbers are equal ranks. */
  readonly rank: Int32Array;
}

/** Orders the ballots of a ranked election. Throws a CountingError `kind-not-accepted` for other ballots. */
export function rankingsOf(election: Election, method: string): Rankings {
  insistOnKind(election, method, ['ranked']);
  const { size, start, option, value } = election.ballots;
  const ordered = {
    size,
    start: new Uint32Array(size + 1),
    option: new Uint32Array(option.length),
    rank: new Int32Array(option.length),
  };
  const seenIn = new Uint32Array(election.options.length);
  let length = 0;
  for (let row = 0; row < size; row++) {
    const take = (at: number): void => {
      if (seenIn[option[at]] === row + 1) return;
      seenIn[option[at]] = row + 1;
      ordered.option[length] = option[at];
      ordered.rank[length++] = value[at];
    };
    if (rises(value, start[row], start[row + 1])) for (let at = start[row]; at < start[row + 1]; at++) take(at);
    else placesByRank(election.ballots, row).forEach(take);
    ordered.start[row + 1] = length;
  }
  return ordered;
}

function placesByRank({ start, option, value }: Election['ballots'], row: number): number[] {
  const places = Array.from({ length: start[row + 1] - start[row] }, (_, i) => start[row] + i);
  return places.sort((a, b) => value[a] - value[b] || option[a] - option[b]);
}

function rises(value: Int32Array, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (value[at] <= value[at - 1]) return false;
  return true;
}
