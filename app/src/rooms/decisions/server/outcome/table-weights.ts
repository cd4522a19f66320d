import { rational, showRational } from '@sofra/counting';
import type { Db } from '#platform/database/tables.ts';
import type { Decision } from '../paper/find-decision.ts';
import { tablesOfPaper } from '../paper/seating.ts';
import type { SealedBallot } from './count.ts';

/** Ballots that are counted together: usually those of one table, in secret also of several small ones. */
export interface Pile {
  readonly labels: readonly string[];
  readonly ballots: number;
  /** What each of these ballots weighs, as exact text: tables ÷ ballots. */
  readonly weight: string;
}

/** What the outcome says of the tables. */
export interface TableFacts {
  readonly piles: readonly Pile[];
  /** Tables from which no ballot came. */
  readonly silent: readonly string[];
  /** Tables without a vote. */
  readonly without: readonly string[];
}

/** A ballot with the table it is counted as. */
export type BallotOfTable = SealedBallot & { readonly tableLabel: string | null };

/** The piles of ballots: every table that voted weighs one, shared by the ballots that came from it. */
export function pilesOf(
  ballots: readonly { readonly tableLabel: string | null }[],
  countedAs: ReadonlyMap<string, string>,
): Pile[] {
  const names = new Map<string, string[]>();
  for (const [label, pile] of countedAs) names.set(pile, [...(names.get(pile) ?? []), label]);
  return [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([pile, labels]) => {
      const n = ballots.filter(({ tableLabel }) => tableLabel === pile).length;
      return { labels: labels.sort(), ballots: n, weight: showRational(rational(labels.length, n)) };
    });
}

/** The ballots with what each weighs; where persons weigh the same they stay as they are. */
export function weighed(ballots: readonly BallotOfTable[], piles: readonly Pile[]): SealedBallot[] {
  const weights = new Map(piles.map(({ labels, weight }) => [labels[0], weight]));
  return ballots.map(({ tableLabel, ...ballot }) => {
    const weight = weights.get(tableLabel ?? '');
    return weight === undefined ? ballot : { ...ballot, weight };
  });
}

/** As which table each one is counted, as it was written when the box was sealed. */
export async function countedTables(db: Db, { communityId, id }: Decision): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('decisions.countedTable')
    .select(['label', 'countedAs'])
    .where('communityId', '=', communityId)
    .where('decisionId', '=', id)
    .execute();
  return new Map(rows.map(({ label, countedAs }) => [label, countedAs]));
}

/** What the outcome says of the tables; undefined where persons weigh the same. */
export async function tableFacts(db: Db, decision: Decision, piles: readonly Pile[]): Promise<TableFacts | undefined> {
  if (decision.weight !== 'table') return undefined;
  const { voting, without } = await tablesOfPaper(db, decision);
  const spoke = new Set(piles.flatMap(({ labels }) => labels));
  return { piles, silent: voting.filter((label) => !spoke.has(label)), without };
}
