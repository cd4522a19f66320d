import type { VoteTable } from './votes.ts';

/** Marks on one statement; `seen` counts passes too. */
export interface Tally {
  readonly agree: number;
  readonly disagree: number;
  readonly seen: number;
}

/** Marks by group and statement: `tallies[group][statement]`. `groupOf[person]` is −1 for who is in no group. */
export function talliesByGroup(table: VoteTable, groupOf: ArrayLike<number>, groups: number): Tally[][] {
  const tallies = Array.from({ length: groups }, () =>
    table.statements.map(() => ({ agree: 0, disagree: 0, seen: 0 })),
  );
  for (let p = 0; p < table.participants.length; p++) {
    if (groupOf[p] < 0) continue;
    for (let i = table.start[p]; i < table.start[p + 1]; i++) {
      const tally = tallies[groupOf[p]][table.column[i]];
      tally.seen++;
      if (table.mark[i] === 1) tally.agree++;
      if (table.mark[i] === -1) tally.disagree++;
    }
  }
  return tallies;
}

/** Several tallies of one statement added up. */
export const together = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, one) => ({ agree: sum.agree + one.agree, disagree: sum.disagree + one.disagree, seen: sum.seen + one.seen }),
    { agree: 0, disagree: 0, seen: 0 },
  );
