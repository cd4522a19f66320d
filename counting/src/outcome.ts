/** One thing that happened during a count: plain data with a `kind`, numbers as exact text. No prose: the caller says it in words. */
export interface Step {
  readonly kind: string;
  readonly [fact: string]: unknown;
}

/** What every method returns. Serialisable as JSON as it stands; nothing in it depends on a clock or on chance. */
export interface Outcome {
  readonly method: string;
  /** Every option in force, defaults included, so that anyone can count again. */
  readonly options: Readonly<Record<string, string | number | boolean | null>>;
  /** Option ids, in order of election where the method has one. */
  readonly winners: readonly string[];
  /** Every tie that had to be broken by the given order (or left open), as sets of option ids. */
  readonly tied: readonly (readonly string[])[];
  /** Voters counted, blanks included, multiplicities added up. */
  readonly counted: number;
  /** Voters whose ballot marked nothing. */
  readonly blank: number;
  /** Participatory budgets: exact text. */
  readonly spent?: string;
  readonly budget?: string;
  readonly steps: readonly Step[];
}

/** How a caller breaks ties: option ids, the first wins over the later ones. Absent: the order of `Election.options`. */
export type TieOrder = readonly string[];

/** An expected failure of a count, with a stable reason that a caller can put into words. */
export class CountingError extends Error {
  readonly reason: string;
  readonly facts: Readonly<Record<string, string | number>>;
  constructor(reason: string, facts: Readonly<Record<string, string | number>> = {}) {
    super(`${reason} ${JSON.stringify(facts)}`);
    this.reason = reason;
    this.facts = facts;
  }
}
