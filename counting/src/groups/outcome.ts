import type { Consensus } from './consensus.ts';
import type { Evidence, GroupingReason } from './credibility.ts';
import type { Representative } from './representative.ts';
import type { Tally } from './tallies.ts';

/** A finding about a statement, named by the statement's id. */
export type Named<Finding> = Omit<Finding, 'statement'> & { readonly id: string };

/** Where a person stands and in which group (index into `groups`). */
export interface PlacedPerson {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly group: number;
}

/** What became of one statement. Marks of everyone, also of those who marked too little to be placed. */
export interface StatementView {
  readonly id: string;
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
  readonly seen: number;
  /** Marks by group, in the order of `groups`. */
  readonly groups: readonly Tally[];
  /** Product over the groups of (agree + 1) ÷ (seen + 2). */
  readonly groupAwareConsensus: number;
  /** How strongly it sorts people. */
  readonly extremity: number;
  /** The higher, the sooner the next person should see it. */
  readonly priority: number;
}

/** Who thinks alike. Plain data; the same votes give the same outcome in any order and on any machine. */
export interface OpinionGroups {
  /** Number of groups; 1 when nothing can be told apart, 0 when nobody marked anything. */
  readonly k: number;
  /** Ids of the people in each group, largest group first. */
  readonly groups: readonly (readonly string[])[];
  /** Whether the grouping may be shown as such. When not, `groups` is only the best that could be found. */
  readonly credible: boolean;
  readonly reason: GroupingReason;
  /** Share of ten trials, each with four fifths of the people, that chose the same k. */
  readonly stability: number;
  readonly evidence: Evidence;
  /** Mean silhouette of the best grouping for each k that was tried. */
  readonly silhouettes: readonly { readonly k: number; readonly silhouette: number }[];
  readonly people: readonly PlacedPerson[];
  /** Who marked too little to be placed. */
  readonly unplaced: readonly string[];
  readonly statements: readonly StatementView[];
  /** For each group the statements that say what it thinks. */
  readonly representative: readonly (readonly Named<Representative>[])[];
  /** What people agree or disagree on across all groups. */
  readonly consensus: readonly Named<Consensus>[];
}
