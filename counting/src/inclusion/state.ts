import type { InclusionCheck, InclusionRules } from './checks.ts';

/** Where a decision stands. The last four are how a closed decision ends. */
export type InclusionState =
  | 'draft'
  | 'open'
  | 'closed'
  | 'carried-by-the-whole-table'
  | 'not-yet-inclusive'
  | 'advisory'
  | 'no-quorum';

/** What has happened so far, as the record says. */
export interface DecisionRecord {
  readonly opened: boolean;
  readonly closed: boolean;
  /** Whether it was already extended once; there is no second extension. */
  readonly extended: boolean;
  /** Every rule's result; absent while nothing is counted. */
  readonly checks?: readonly InclusionCheck[];
}

/**
 * The state of a decision: no quorum when the headcount is missed; carried by the whole table when no rule is missed;
 * a missed group rule is "not yet inclusive" (to be extended once, with outreach to the whole group) and after the extension "advisory".
 * `not-measured` fails nobody.
 */
export function inclusionState(record: DecisionRecord): InclusionState {
  if (!record.opened) return 'draft';
  if (!record.closed) return 'open';
  if (!record.checks) return 'closed';
  const missed = record.checks.filter((check) => check.result === 'missed');
  if (missed.length === 0) return 'carried-by-the-whole-table';
  if (missed.some((check) => check.rule === 'headcount')) return 'no-quorum';
  return record.extended ? 'advisory' : 'not-yet-inclusive';
}

/**
 * The rules that count now. A boycott can't block for ever: after a documented invitation and one extension
 * the lower bar that the community's charter sets replaces what it names, and nothing else.
 */
export function rulesInForce(
  rules: InclusionRules,
  lowerBar: Partial<InclusionRules>,
  record: { readonly invitationDocumented: boolean; readonly extended: boolean },
): InclusionRules {
  return record.invitationDocumented && record.extended ? { ...rules, ...lowerBar } : rules;
}
