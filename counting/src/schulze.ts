import { oneOf } from './ballots/insist.ts';
import { inTieOrder, tieRanks } from './ballots/tie-order.ts';
import { turnoutOf } from './ballots/turnout.ts';
import { showUnits } from './ballots/units.ts';
import type { Election } from './election.ts';
import { CountingError, type Outcome, type Step, type TieOrder } from './outcome.ts';
import { type Pairwise, pairwise } from './ranked/pairwise.ts';
import { compareStrength, type Majority, majorities, type Strength } from './ranked/strength.ts';

/** The choices of a Schulze count; every one has a usual value and is written into the outcome. */
export interface SchulzeOptions {
  /** `winning-votes` (usual) or `margins`; they differ only on ballots with equal ranks or unranked options. */
  readonly strength?: Strength;
  /**
   * Majorities of equal winning votes: `equal` in strength (usual), or by the smaller `opposition`, as Schulze 2011 and the constitution of Debian
   * go on; with margins there is nothing to go on to.
   */
  readonly level?: 'equal' | 'opposition';
  /** The default option (Debian: "none of the above"): whoever does not beat it is dropped before the count. Usual: none. */
  readonly default?: string;
  /** With a default option: how many votes must prefer an option to it. Usual: 0, which asks for nothing. */
  readonly quorum?: number;
  readonly ties?: TieOrder;
}

/**
 * Schulze (beatpath): an option wins when its strongest path of majorities to each other option is at least as strong as the
 * path back. Equal ranks count for neither side; unranked options are last and equal. Several such options are a tie.
 * Steps: matrix, condorcet, `dropped` by the default option, and `paths` (strength of every path, 0 = none).
 * Throws a CountingError for ballots other than ranked or an unknown default. See methods/schulze.md.
 */
export function schulze(election: Election, options: SchulzeOptions = {}): Outcome {
  const strength = oneOf('strength', options.strength ?? 'winning-votes', ['winning-votes', 'margins']);
  const level = oneOf('level', options.level ?? 'equal', ['equal', 'opposition']);
  const quorum = options.quorum ?? 0;
  const ranks = tieRanks(election, options.ties);
  const pairs = pairwise(election, 'schulze');
  const turnout = turnoutOf(election.ballots);
  const fallback = defaultIndex(election, options.default);
  const standing = inTieOrder(stillStanding(pairs, { fallback, quorum: BigInt(quorum) * pairs.bottom }), ranks);
  const idOf = (i: number) => election.options[i].id;
  const paths = strongestPaths(pairs, { standing, strength, byOpposition: level === 'opposition' });
  const best =
    turnout.counted === turnout.blank
      ? []
      : standing.filter((a) => standing.every((b) => paths.level(a, b) >= paths.level(b, a)));
  const dropped = election.options.map((_, i) => i).filter((i) => !standing.includes(i));
  return {
    method: 'schulze',
    options: { strength, level, default: options.default ?? null, quorum, unranked: 'last', ties: ranks.shown },
    winners: best.slice(0, 1).map(idOf),
    tied: best.length > 1 ? [best.map(idOf)] : [],
    ...turnout,
    steps: [
      ...pairs.steps,
      ...dropped.map((i): Step => ({ kind: 'dropped', option: idOf(i), by: options.default ?? null })),
      {
        kind: 'paths',
        options: standing.map(idOf),
        strength: standing.map((a) => standing.map((b) => paths.shown(a, b))),
      },
    ],
  };
}

function defaultIndex({ options }: Election, id?: string): number {
  if (id === undefined) return -1;
  const index = options.findIndex((option) => option.id === id);
  if (index < 0) throw new CountingError('option-unknown', { option: id });
  return index;
}

function stillStanding({ size, over }: Pairwise, { fallback, quorum }: { fallback: number; quorum: bigint }): number[] {
  const all = Array.from({ length: size }, (_, i) => i);
  if (fallback < 0) return all;
  return all.filter((i) => {
    if (i === fallback) return true;
    return over(i, fallback) >= quorum && over(i, fallback) > over(fallback, i);
  });
}

interface Paths {
  readonly standing: readonly number[];
  readonly strength: Strength;
  readonly byOpposition: boolean;
}

/** Widest paths over the majorities (Floyd & Warshall), on the place of each strength among all strengths. */
function strongestPaths(pairs: Pairwise, { standing, strength, byOpposition }: Paths) {
  const { size } = pairs;
  const inside = new Set(standing);
  const held = majorities(pairs, strength).filter(({ winner, loser }) => inside.has(winner) && inside.has(loser));
  const worth = ({ votes, against }: Majority): bigint => (strength === 'margins' ? votes - against : votes);
  const alike = (a: Majority, b: Majority): boolean =>
    byOpposition ? compareStrength(a, b, strength) === 0 : worth(a) === worth(b);
  /** What each place among the strengths is worth, the weakest first. */
  const worths: bigint[] = [];
  const path = new Int32Array(size * size);
  held.reverse().forEach((majority, i) => {
    if (i === 0 || !alike(held[i - 1], majority)) worths.push(worth(majority));
    path[majority.winner * size + majority.loser] = worths.length;
  });
  for (const by of standing) {
    for (const a of standing) {
      const first = path[a * size + by];
      if (a === by || first === 0) continue;
      for (const b of standing) {
        const through = Math.min(first, path[by * size + b]);
        if (a !== b && through > path[a * size + b]) path[a * size + b] = through;
      }
    }
  }
  return {
    level: (a: number, b: number): number => path[a * size + b],
    shown: (a: number, b: number): string => showUnits(worths[path[a * size + b] - 1] ?? 0n, pairs.bottom),
  };
}
