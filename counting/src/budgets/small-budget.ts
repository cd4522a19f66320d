import type { BallotKind, Election } from '../election.ts';
import { parseRational } from '../rational.ts';

/** A small budget written by hand: amounts as exact text or numbers, ballots as lists of ids or as values by id. */
export interface SmallBudget {
  readonly budget: string | number;
  readonly costs: Readonly<Record<string, string | number>>;
  readonly ballots: readonly SmallBallot[];
  readonly excludes?: Readonly<Record<string, string>>;
  readonly meta?: Readonly<Record<string, string>>;
}

/** `marks`: ids (1 each) or the value of each id (points, or ranks for ranked ballots). */
export interface SmallBallot {
  readonly marks: readonly string[] | Readonly<Record<string, number>>;
  readonly times?: number;
  readonly weight?: string;
}

/** An election of approvals from its written form. */
export const approvalBudget = (small: SmallBudget): Election => smallBudget('approval', small);

/** An election of any kind from its written form. Throws a RangeError for an amount that is no number. */
export function smallBudget(kind: BallotKind, small: SmallBudget): Election {
  const ids = Object.keys(small.costs);
  const rows = small.ballots.map(({ marks }) =>
    Array.isArray(marks) ? marks.map((id): [string, number] => [id, 1]) : Object.entries(marks),
  );
  const all = rows.flat();
  const start = new Uint32Array(rows.length + 1);
  rows.forEach((row, b) => {
    start[b + 1] = start[b] + row.length;
  });
  const weights = [...new Set(small.ballots.map(({ weight }) => weight ?? '1'))];
  return {
    kind,
    budget: parseRational(String(small.budget)),
    options: ids.map((id) => {
      const label = small.excludes?.[id];
      return { id, cost: parseRational(String(small.costs[id])), ...(label && { excludes: label }) };
    }),
    meta: small.meta,
    ballots: {
      size: rows.length,
      start,
      option: Uint32Array.from(all, ([id]) => ids.indexOf(id)),
      value: Int32Array.from(all, ([, value]) => value),
      times: Uint32Array.from(small.ballots, ({ times }) => times ?? 1),
      weight: Uint32Array.from(small.ballots, ({ weight }) => weights.indexOf(weight ?? '1')),
      weights: weights.map(parseRational),
    },
  };
}
