import { oneOf } from './ballots/insist.ts';
import { inTieOrder, tieRanks } from './ballots/tie-order.ts';
import { turnoutOf } from './ballots/turnout.ts';
import { showUnits } from './ballots/units.ts';
import type { Election } from './election.ts';
import { CountingError, type Outcome, type Step, type TieOrder } from './outcome.ts';
import { type Pairwise, pairwise } from './ranked/pairwise.ts';
import { majorities, type Strength } from './ranked/strength.ts';

/** The choices of a Schulze count; every one has a usual value and is written into the outcome. */
export interface SchulzeOptions {
  /** `winning-votes` (usual) or `margins`; they differ only on ballots with equal ranks or unranked options. */
  readonly strength?: Strength;
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
  const quorum = options.quorum ?? 0;
  const ranks = tieRanks(election, options.ties);
  const pairs = pairwise(election, 'schulze');
  const turnout = turnoutOf(election.ballots);
  const fallback = defaultIndex(election, options.default);
  const standing = inTieOrder(stillStanding(pairs, { fallback, quorum: BigInt(quorum) * pairs.bottom }), ranks);
  const idOf = (i: number) => election.options[i].id;
  const paths = strongestPaths(pairs, { standing, strength });
  const best =
    turnout.counted === turnout.blank
      ? []
      : standing.filter((a) => standing.every((b) => paths.level(a, b) >= paths.level(b, a)));
  const dropped = election.options.map((_, i) => i).filter((i) => !standing.includes(i));
  return {
    method: 'schulze',
    options: { strength, default: options.default ?? null, quorum, unranked: 'last', ties: ranks.shown },
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

/** Widest paths over the majorities (Floyd & Warshall), on the place of each strength among all strengths. */
function strongestPaths(pairs: Pairwise, { standing, strength }: { standing: readonly number[]; strength: Strength }) {
  const { size } = pairs;
  const inside = new Set(standing);
  const held = majorities(pairs, strength).filter(({ winner, loser }) => inside.has(winner) && inside.has(loser));
  const worth = ({ votes, against }: { votes: bigint; against: bigint }) =>
    strength === 'margins' ? votes - against : votes;
  const worths = [...new Set(held.map(worth))].sort((a, b) => (a < b ? -1 : 1));
  const placeOf = new Map(worths.map((value, i) => [value, i + 1]));
  const path = new Int32Array(size * size);
  for (const majority of held) path[majority.winner * size + majority.loser] = placeOf.get(worth(majority)) ?? 0;
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
