import { showUnits, sumsOf, unitsOf } from '../ballots/units.ts';
import type { Election } from '../election.ts';
import { CountingError, type Step } from '../outcome.ts';
import { rankingsOf } from './rankings.ts';

/** More options than this are not compared two by two. */
const mostCompared = 1000;

/** Who is preferred to whom. */
export interface Pairwise {
  readonly size: number;
  /** Votes in units that rank option a above option b: `over(a, b)`. An option not ranked is below every ranked one. */
  over(a: number, b: number): bigint;
  readonly bottom: bigint;
  /** The facts every method of pairs publishes: matrix (exact text, row over column), Condorcet winner, Smith set. */
  readonly steps: readonly Step[];
  /** The option that beats every other, or −1. */
  readonly condorcet: number;
  /** The smallest set of options that each beat everyone outside it. */
  readonly smith: readonly number[];
}

/** Compares all options two by two. Throws a CountingError for ballots other than ranked, or more than 1,000 options. */
export function pairwise(election: Election, method: string): Pairwise {
  const size = election.options.length;
  if (size > mostCompared) throw new CountingError('too-many-options', { method, options: size, most: mostCompared });
  const { ranked, above, bottom } = compareAll(election, method);
  const matrix = new Array<bigint>(size * size).fill(0n);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      if (a === b) continue;
      const both =
        above[a * size + b] + above[b * size + a] + above[Math.min(a, b) * size + Math.max(a, b) + size * size];
      matrix[a * size + b] = above[a * size + b] + ranked[a] - both;
    }
  }
  const over = (a: number, b: number): bigint => matrix[a * size + b];
  const beats = (a: number, b: number): boolean => over(a, b) > over(b, a);
  const all = election.options.map((_, i) => i);
  const smith = smithSet(all, beats);
  const condorcet = smith.length === 1 ? smith[0] : -1;
  const idOf = (i: number) => election.options[i].id;
  const steps: Step[] = [
    { kind: 'matrix', options: all.map(idOf), votes: all.map((a) => all.map((b) => showUnits(over(a, b), bottom))) },
    { kind: 'condorcet', winner: condorcet < 0 ? null : idOf(condorcet), smith: smith.map(idOf) },
  ];
  return { size, over, bottom, steps, condorcet, smith };
}

/**
 * `ranked[a]`: votes that rank a. `above[a·n + b]`: votes that rank both, a higher;
 * `above[n² + a·n + b]` with a < b: votes that rank both equally. Only what a ballot names is visited.
 */
function compareAll(election: Election, method: string) {
  const size = election.options.length;
  const { start, option, rank, size: rows } = rankingsOf(election, method);
  const units = unitsOf(election.ballots);
  const ranked = sumsOf(units, size);
  const above = sumsOf(units, 2 * size * size);
  for (let row = 0; row < rows; row++) {
    for (let i = start[row]; i < start[row + 1]; i++) {
      const a = option[i];
      ranked.add(a, row);
      for (let j = i + 1; j < start[row + 1]; j++) {
        const b = option[j];
        if (rank[i] !== rank[j]) above.add(a * size + b, row);
        else above.add(size * size + Math.min(a, b) * size + Math.max(a, b), row);
      }
    }
  }
  return { ranked: ranked.read(), above: above.read(), bottom: units.bottom };
}

/** Adds to the option with the most wins everyone who is not beaten by somebody inside, until nobody is left to add. */
function smithSet(all: readonly number[], beats: (a: number, b: number) => boolean): number[] {
  const wins = all.map((a) => all.reduce((sum, b) => sum + (beats(a, b) ? 2 : a !== b && !beats(b, a) ? 1 : 0), 0));
  const first = wins.indexOf(Math.max(...wins));
  if (first < 0) return [];
  const inside = new Set([first]);
  for (const a of inside) for (const b of all) if (!beats(a, b)) inside.add(b);
  return all.filter((i) => inside.has(i));
}
