import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import type { Community } from '#rooms/communities/index.ts';
import { onPractice } from '../../permissions.ts';
import { type Branch, treeAround } from '../../tree.ts';
import { type FoundPractice, findPractice } from '../find-practice.ts';
import { knowParties, type ShownParty } from '../parties.ts';
import { briefCases, type CaseLine } from './all-cases.ts';
import { partyOf } from './list-cases.ts';

/** A case in the tree of who learned from whom. */
export interface TreeCase extends Branch {
  /** Empty for one that was taken back but from which others learned. */
  readonly title: string;
  readonly locale: string;
  readonly place: string;
  readonly country: string;
  readonly who: ShownParty | null;
}

/** Every published case as branches of the tree; with a number only the one tree in which it stands. */
export async function branchesOf(context: Context, found: FoundPractice, number?: number): Promise<TreeCase[]> {
  const rows = (await briefCases(context, found.practice.id)
    .where('p.publishedAt', 'is not', null)
    .limit(2000)
    .execute()) as CaseLine[];
  const whole = number === undefined ? rows : treeAround(rows, number);
  const learnedFrom = new Set(whole.filter(({ takenBackAt }) => takenBackAt === null).map(({ from }) => from));
  const kept = whole.filter((row) => row.takenBackAt === null || learnedFrom.has(row.number));
  const show = await knowParties(context, found.subject, kept.map(partyOf));
  return kept.map((row) => {
    const { number: own, from, how, locale } = row;
    if (row.takenBackAt) return { number: own, from, how, locale, title: '', place: '', country: '', who: null };
    const { title, place, country } = row;
    return { number: own, from, how, locale, title, place, country, who: show(partyOf(row)) };
  });
}

/** What the page of who learned from whom shows. */
export interface TreePage {
  readonly practice: Community;
  readonly branches: readonly TreeCase[];
}

/** The page on which everything learned in this practice stands in one picture. */
export async function showTree(context: Context, slug: string): Promise<TreePage> {
  const found = await findPractice(context, slug);
  authorize(onPractice.read, context.actor, found.subject);
  return { practice: found.practice, branches: await branchesOf(context, found) };
}
