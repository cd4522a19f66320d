import { smallestShown } from '@sofra/counting';
import type { Answer } from '#platform/refusal.ts';
import type { Attribute } from '#rooms/communities/index.ts';
import type { Finding, RuleKind } from './cycle-words.ts';

/** A rule on who ought to sit there. */
export interface CompositionRule {
  readonly kind: RuleKind;
  readonly attribute: Attribute;
  readonly group: string;
  readonly least: number;
}

/** One table that votes: how many sit there, how many said what, how many of those are of the group. */
export interface TableCount {
  readonly seated: number;
  readonly said: number;
  readonly ofGroup: number;
}

/**
 * Whether a rule is met, not met or not known, from what people said of themselves. Whoever said nothing could be either, so a
 * rule is met only when it would be whatever they are, and not met only when it could not be. With fewer people than may be
 * shown (5; 11 for disability, ethnicity and religion) it is not known.
 */
export function findingOf(rule: CompositionRule, tables: readonly TableCount[]): Finding {
  const k = smallestShown('desk', [rule.attribute]);
  const sum = (of: (table: TableCount) => number) => tables.reduce((all, table) => all + of(table), 0);
  const seated = sum((table) => table.seated);
  const ofGroup = sum((table) => table.ofGroup);
  if (sum((table) => table.said) < k) return 'not-known';
  if (rule.kind === 'share') {
    const silent = seated - sum((table) => table.said);
    if (ofGroup * 100 >= rule.least * seated) return 'met';
    return (ofGroup + silent) * 100 < rule.least * seated ? 'not-met' : 'not-known';
  }
  // A group of fewer than may be shown must not be found by where it sits.
  if (ofGroup < k) return 'not-known';
  if (tables.filter((table) => table.ofGroup > 0).length >= rule.least) return 'met';
  const could = tables.filter((table) => table.ofGroup > 0 || table.seated > table.said).length;
  return could < rule.least ? 'not-met' : 'not-known';
}

/** Whether one more table may be set: ten that vote at most. */
export const roomForTable = (voting: number, most: number): Answer =>
  voting < most ? 'yes' : { no: 'cycle.ten-tables', facts: { most } };

/** A sum of money by the tier of its source; the source only where who receives it agreed. */
export interface MoneyLine {
  readonly tier: string;
  readonly source: string | null;
  readonly amount: number;
  readonly currency: string;
}

/** What money may be shown in public: agreed sources by name, the rest as one sum for each tier and currency (harm.md 7). */
export function shownMoney(lines: readonly (MoneyLine & { readonly named: boolean })[]): MoneyLine[] {
  const sums = new Map<string, MoneyLine>();
  for (const { tier, amount, currency, named } of lines) {
    if (named) continue;
    const key = `${tier} ${currency}`;
    sums.set(key, { tier, source: null, amount: (sums.get(key)?.amount ?? 0) + amount, currency });
  }
  const agreed = lines.filter(({ named }) => named).map(({ named: _, ...line }) => line);
  return [...agreed, ...sums.values()];
}
