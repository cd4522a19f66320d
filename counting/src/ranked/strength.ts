import type { Pairwise } from './pairwise.ts';

/** How strong a majority of pairs is: by the votes of its winning side, or by how many more they are. */
export type Strength = 'winning-votes' | 'margins';

/** One majority: `winner` beats `loser`. */
export interface Majority {
  readonly winner: number;
  readonly loser: number;
  readonly votes: bigint;
  readonly against: bigint;
}

/** Every majority, the strongest first; equal winning votes are ordered by the smaller opposition. */
export function majorities({ size, over }: Pairwise, strength: Strength): Majority[] {
  const found: Majority[] = [];
  for (let winner = 0; winner < size; winner++) {
    for (let loser = 0; loser < size; loser++) {
      const [votes, against] = [over(winner, loser), over(loser, winner)];
      if (votes > against) found.push({ winner, loser, votes, against });
    }
  }
  return found.sort((a, b) => compareStrength(b, a, strength));
}

/** Positive when `a` is the stronger majority, zero when both are equally strong. */
export function compareStrength(a: Majority, b: Majority, strength: Strength): number {
  const first = strength === 'margins' ? a.votes - a.against - (b.votes - b.against) : a.votes - b.votes;
  const second = strength === 'margins' ? 0n : b.against - a.against;
  return Number(first > 0n) - Number(first < 0n) || Number(second > 0n) - Number(second < 0n);
}
