import type { Context } from '#platform/context.ts';
import { may } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import { type CaseSubject, onCase } from '../../permissions.ts';
import type { Credit } from '../../words.ts';
import { type FoundPractice, findPractice } from '../find-practice.ts';
import { allCases, type CaseRow } from './all-cases.ts';

/** Who stands in a case, and what they last said of being named. */
export interface Contributor {
  readonly id: string;
  readonly position: number;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly outsideName: string | null;
  readonly outsideTier: string | null;
  readonly part: string;
  /** Null while there is no answer. */
  readonly credit: Credit | null;
}

/** A case with its practice, its contributors and what its permissions look at. */
export interface FoundCase extends FoundPractice {
  readonly one: CaseRow;
  readonly contributors: readonly Contributor[];
  readonly of: CaseSubject;
}

/** The case under an address. Throws a Refusal `not-found`, also for a draft that the reader neither tells nor stands in. */
export async function findCase(
  context: Context,
  { slug, number }: { readonly slug: string; readonly number: number },
): Promise<FoundCase> {
  const found = await loadCase(context, await findPractice(context, slug), number);
  if (!found || !may(onCase.readDraft, context.actor, found.of)) throw notFound();
  return found;
}

/** The case with this number, whoever asks; for an action that has authorized. */
export async function loadCase(context: Context, found: FoundPractice, number: number): Promise<FoundCase | undefined> {
  const row = await allCases(context, found.practice.id).where('c.number', '=', number).executeTakeFirst();
  if (!row) return undefined;
  const one = row as CaseRow;
  const contributors = await contributorsOf(context, one);
  const { communityId, writtenBy, organisationId, homeCommunityId } = one;
  const open = one.publishedAt !== null && one.takenBackAt === null;
  return {
    ...found,
    one,
    contributors,
    of: { communityId, writtenBy, organisationId, homeCommunityId, open, contributors },
  };
}

/** Who stands in a case now, in the order in which they were added or put. */
async function contributorsOf(
  context: Context,
  { communityId, caseId }: { readonly communityId: string; readonly caseId: string },
): Promise<Contributor[]> {
  const rows = await context.db
    .selectFrom('practice.contributor')
    .select(['id', 'position', 'personId', 'organisationId', 'outsideName', 'outsideTier', 'part'])
    .where('communityId', '=', communityId)
    .where('caseId', '=', caseId)
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const credits = await context.db
    .selectFrom('practice.credit')
    .select(['contributorId', 'answer'])
    .where('communityId', '=', communityId)
    .where('caseId', '=', caseId)
    .orderBy('id')
    .execute();
  const said = new Map(credits.map(({ contributorId, answer }) => [contributorId, answer as Credit]));
  return rows.map((row) => ({ ...row, credit: said.get(row.id) ?? null }));
}
