import type { Step } from './outcome.ts';
import type { Rational } from './rational.ts';

/** What can be marked on a ballot. `id` is kept exactly as the file or the caller wrote it. */
export interface Option {
  readonly id: string;
  readonly name?: string;
  /** Participatory budgets only: what it costs, exact, never negative. */
  readonly cost?: Rational;
  /** Options that share this label exclude each other (at most one of them can win). */
  readonly excludes?: string;
  /** Taken back after the vote: the greedy rules pass it over, so that it never ends a count. */
  readonly withdrawn?: true;
  /** What else the file says about it, column by column, untouched (Pabulib: `selected`, `votes`, `score`, `category` …). */
  readonly facts?: Readonly<Record<string, string>>;
}

/**
 * Ballots, sparse and merged. Ballot `b` marks the options `option[start[b]] … option[start[b + 1] − 1]`
 * (indexes into `Election.options`), with `value` beside each mark. Equal ballots may stand once with `times` > 1.
 * A ballot without marks is a blank: it counts for turnout.
 * The readers order the marks of a ranked ballot by rank and of any other by option; a count must not rely on it.
 * A ranked ballot may show gaps between ranks (skipped) and an option twice (its better rank counts).
 *
 * What `value` means depends on `Election.kind`:
 * approval: 1 · score and cumulative: the points, an integer (`valueScale` divides it) ·
 * ranked: the rank, 1 = most wished, equal numbers = equal rank, absent = not ranked ·
 * grades and consent: the index into `Election.scale`.
 */
export interface Ballots {
  /** Number of distinct rows, not of voters. */
  readonly size: number;
  readonly start: Uint32Array;
  readonly option: Uint32Array;
  readonly value: Int32Array;
  /** How many voters cast exactly this ballot; at least 1. */
  readonly times: Uint32Array;
  /** What each of those voters weighs; absent = 1 each. Indexes into `weights`. */
  readonly weight?: Uint32Array;
  readonly weights?: readonly Rational[];
  /** The line of its file on which the first of these ballots stands, for a count that must refuse it; absent when they come from no file. */
  readonly line?: Uint32Array;
}

/** What a mark on a ballot says; see `Ballots.value` for each kind. */
export type BallotKind = 'approval' | 'score' | 'cumulative' | 'ranked' | 'grades' | 'consent';

/** Everything a count needs. Plain data: no clock, no dice, nothing of a person. */
export interface Election {
  readonly kind: BallotKind;
  readonly options: readonly Option[];
  readonly ballots: Ballots;
  /** Score and cumulative: `value / valueScale` points were given (10 for one decimal); 1 when absent. */
  readonly valueScale?: number;
  /** Grades from worst to best, or the consent marks. */
  readonly scale?: readonly string[];
  readonly budget?: Rational;
  /** How many options are to be elected (ranked, several winners). */
  readonly seats?: number;
  /** Members entitled to vote, when a rule needs it. */
  readonly entitled?: number;
  /** Consent: the reasons given with blocks, per option id, one text per block. */
  readonly reasons?: Readonly<Record<string, readonly string[]>>;
  /** What the file said about itself, untouched (Pabulib META, PrefLib header …). */
  readonly meta?: Readonly<Record<string, string>>;
  /** How its file asks to be counted (our own JSON): choices of the method, by name, as texts like on the command line. `line`: where it says so. */
  readonly methodOptions?: { readonly texts: Readonly<Record<string, string>>; readonly line?: number };
  /** What a reader noticed and did not refuse, each a plain fact (`{ kind: 'project-listed-twice', voter: '12' }`). */
  readonly notes?: readonly Step[];
}
