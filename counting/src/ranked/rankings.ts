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
    const places: number[] = [];
    for (let at = start[row]; at < start[row + 1]; at++) places.push(at);
    if (!rises(value, places)) places.sort((a, b) => value[a] - value[b] || option[a] - option[b]);
    for (const at of places) {
      if (seenIn[option[at]] === row + 1) continue;
      seenIn[option[at]] = row + 1;
      ordered.option[length] = option[at];
      ordered.rank[length++] = value[at];
    }
    ordered.start[row + 1] = length;
  }
  return ordered;
}

function rises(value: Int32Array, places: readonly number[]): boolean {
  for (let i = 1; i < places.length; i++) if (value[places[i]] <= value[places[i - 1]]) return false;
  return true;
}
