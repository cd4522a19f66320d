import { choose } from '../budgets/choose.ts';
import type { Utility } from '../budgets/marks.ts';
import { showTies, type Ties } from '../budgets/tie-order.ts';
import type { BallotKind } from '../election.ts';
import { CountingError, type Outcome } from '../outcome.ts';
import { parseRational, type Rational, showRational } from '../rational.ts';

/** The choices a town makes about the Method of Equal Shares; every one has a usual value and is written into the outcome. */
export interface EqualSharesOptions {
  /**
   * What a funded project is worth to its supporter: what it `cost` (usual for approvals), 1 each (`cardinality`), or the
   * points given (`score`, usual for score, cumulative and ranked ballots). With `cost` and `cardinality`, any mark of more than 0 points is support.
   */
  readonly utility?: Utility;
  /** What is done with money that no group of supporters can spend together. Usual: `add1`. */
  readonly completion?: Completion;
  /** add1: also stop as soon as no supported project fits into what is left. Usual: yes. */
  readonly exhaustive?: 'yes' | 'no';
  /** The first endowment: budget ÷ voters, rounded down to a whole amount (usual with add1) or exact (usual otherwise). */
  readonly start?: 'floor' | 'exact';
  /** add1: by how much everybody's endowment grows, exact text or a number. Usual: 1. */
  readonly increment?: string | number;
  /** Keep the greedy outcome instead when more voters prefer it. Usual: no. */
  readonly comparison?: 'yes' | 'no';
  readonly ties?: Ties;
}

export type Completion = 'none' | 'add1' | 'add1u' | 'utilitarian' | 'phragmen';

/** The same choices with nothing left open. */
export interface Rules {
  readonly utility: Utility;
  readonly completion: Completion;
  readonly exhaustive: 'yes' | 'no';
  readonly start: 'floor' | 'exact';
  readonly increment: Rational;
  readonly comparison: 'yes' | 'no';
  readonly ties: Ties;
}

/** Fills in the usual values. Throws a CountingError (`unknown-option-value`, `bad-increment`) for a value that is none. */
export function settleRules(kind: BallotKind, given: EqualSharesOptions): Rules {
  const completion = choose({
    option: 'completion',
    given: given.completion,
    usual: 'add1',
    allowed: ['none', 'add1', 'add1u', 'utilitarian', 'phragmen'],
  });
  const raises = completion === 'add1' || completion === 'add1u';
  const yesNo = ['yes', 'no'] as const;
  return {
    utility: choose({
      option: 'utility',
      given: given.utility,
      usual: kind === 'approval' ? 'cost' : 'score',
      allowed: ['cost', 'cardinality', 'score'],
    }),
    completion,
    exhaustive: choose({ option: 'exhaustive', given: given.exhaustive, usual: 'yes', allowed: yesNo }),
    start: choose({
      option: 'start',
      given: given.start,
      usual: raises ? 'floor' : 'exact',
      allowed: ['floor', 'exact'],
    }),
    increment: readIncrement(given.increment),
    comparison: choose({ option: 'comparison', given: given.comparison, usual: 'no', allowed: yesNo }),
    ties: given.ties ?? 'list',
  };
}

function readIncrement(given: string | number = 1): Rational {
  let increment: Rational | undefined;
  try {
    increment = parseRational(String(given));
  } catch {
    increment = undefined;
  }
  if (!increment || increment.top <= 0n)
    throw new CountingError('bad-increment', { increment: String(given).slice(0, 40) });
  return increment;
}

/** The rules as an outcome writes them down. */
export const showRules = (rules: Rules): Outcome['options'] => ({
  ...rules,
  increment: showRational(rules.increment),
  ties: showTies(rules.ties),
});
