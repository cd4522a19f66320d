import { oneOf } from '../ballots/insist.ts';
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

/** What is done with money that no group of supporters can spend together: nothing, raise every endowment (`add1`), add the rest by score, or let everybody earn more. */
export type Completion = 'none' | 'add1' | 'add1u' | 'utilitarian' | 'phragmen';

const completions: readonly Completion[] = ['none', 'add1', 'add1u', 'utilitarian', 'phragmen'];

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

/** Fills in the usual values. Throws a CountingError (`option-value-unknown`, `not-a-number`) for a value that is none. */
export function settleRules(kind: BallotKind, given: EqualSharesOptions): Rules {
  const completion = oneOf('completion', given.completion ?? 'add1', completions);
  const raises = completion === 'add1' || completion === 'add1u';
  const utility = given.utility ?? (kind === 'approval' ? 'cost' : 'score');
  return {
    utility: oneOf('utility', utility, ['cost', 'cardinality', 'score']),
    completion,
    exhaustive: oneOf('exhaustive', given.exhaustive ?? 'yes', ['yes', 'no']),
    start: oneOf('start', given.start ?? (raises ? 'floor' : 'exact'), ['floor', 'exact']),
    increment: readIncrement(given.increment),
    comparison: oneOf('comparison', given.comparison ?? 'no', ['yes', 'no']),
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
    throw new CountingError('not-a-number', { option: 'increment', text: String(given).slice(0, 40) });
  return increment;
}

/** The rules as an outcome writes them down. */
export const showRules = (rules: Rules): Outcome['options'] => ({
  ...rules,
  increment: showRational(rules.increment),
  ties: showTies(rules.ties),
});
