import type { Ballots } from '../election.ts';

/** How many voters are counted and how many of them marked nothing. */
export interface Turnout {
  readonly counted: number;
  readonly blank: number;
}

/** Counts voters, blanks included, multiplicities added up. Weights play no part: a voter is one voter. */
export function turnoutOf({ size, start, times }: Ballots): Turnout {
  let counted = 0;
  let blank = 0;
  for (let row = 0; row < size; row++) {
    counted += times[row];
    if (start[row] === start[row + 1]) blank += times[row];
  }
  return { counted, blank };
}
