import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import type { Community } from '#rooms/communities/index.ts';
import { onPractice } from '../../permissions.ts';
import { mayCompare } from '../../rules.ts';
import { findPractice } from '../find-practice.ts';
import { type CaseRow, openCases, openLines } from './all-cases.ts';
import { asListed, type ListedCase } from './list-cases.ts';
import { type CasePage, htmlOf } from './show-case.ts';

/** A case as it lies beside others. */
export interface ComparedCase extends ListedCase, Pick<CaseRow, 'costAmount' | 'costCurrency' | 'costWords'> {
  readonly languages: readonly string[];
  readonly html: CasePage['html'];
}

/** What two to four cases side by side show. */
export interface ComparePage {
  readonly practice: Community;
  readonly cases: readonly ComparedCase[];
  /** The reason why those asked for can't lie side by side. */
  readonly no: string | null;
  /** Those asked for. */
  readonly asked: readonly number[];
  /** Every case that may be laid beside them, to choose from. */
  readonly all: readonly { readonly number: number; readonly title: string; readonly locale: string }[];
}

/**
 * Two to four published cases side by side, in the order asked for. Without numbers, with one or with more
 * than four only what may be chosen is given, and why.
 */
export async function compareCases(
  context: Context,
  { slug, numbers }: { readonly slug: string; readonly numbers: readonly number[] },
): Promise<ComparePage> {
  const found = await findPractice(context, slug);
  const { practice, subject } = found;
  authorize(onPractice.read, context.actor, subject);
  const all = await openLines(context, practice.id);
  const wanted = [...new Set(numbers)].filter((number) => all.some((line) => line.number === number));
  const answer = mayCompare(wanted);
  const rows = answer === 'yes' ? await openCases(context, practice.id).where('c.number', 'in', wanted).execute() : [];
  const chosen = wanted.flatMap((number) => (rows as CaseRow[]).filter((row) => row.number === number));
  const listed = await asListed(context, found, chosen);
  return {
    practice,
    cases: chosen.map((row, at) => {
      const { costAmount, costCurrency, costWords, languages } = row;
      return { ...listed[at], costAmount, costCurrency, costWords, languages, html: htmlOf(context, row) };
    }),
    no: answer === 'yes' || numbers.length === 0 ? null : answer.no,
    asked: wanted,
    all: all.map(({ number, title, locale }) => ({ number, title, locale })),
  };
}
