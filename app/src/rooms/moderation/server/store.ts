import type { Context } from '#platform/context.ts';
import { SECOND_WITHIN_HOURS } from '../rules.ts';
import type { Kept } from '../tables.ts';
import type { WhyFolded } from '../words.ts';

/** Which thing is meant: the word for what it is, and its id. */
export interface ThingKey {
  readonly communityId: string;
  readonly kind: string;
  readonly subjectId: string;
}

/** Which fold is meant. */
export interface FoldKey {
  readonly communityId: string;
  readonly id: string;
}

/** Keeps a report; who reports it once more, after it was looked at, is heard once more. */
export async function saveReport(
  context: Context,
  thing: ThingKey,
  report: { readonly reportedBy: string; readonly reason: string; readonly words: string },
): Promise<void> {
  await context.db
    .insertInto('moderation.report')
    .values({ ...thing, ...report, reportedAt: context.now })
    .onConflict((conflict) =>
      conflict.columns(['communityId', 'kind', 'subjectId', 'reportedBy']).doUpdateSet((eb) => ({
        reason: eb.ref('excluded.reason'),
        words: eb.ref('excluded.words'),
        reportedAt: eb.ref('excluded.reportedAt'),
        answeredAt: null,
        answeredBy: null,
        outcome: null,
      })),
    )
    .execute();
}

/** Notes what became of the reports that wait on a thing, and returns who had made them. */
export async function saveReportsAnswered(
  context: Context,
  { communityId, kind, subjectId }: ThingKey,
  { by, outcome }: { readonly by: string; readonly outcome: 'folded' | 'stands' },
): Promise<string[]> {
  const rows = await context.db
    .updateTable('moderation.report')
    .set({ answeredAt: context.now, answeredBy: by, outcome })
    .where('communityId', '=', communityId)
    .where('kind', '=', kind)
    .where('subjectId', '=', subjectId)
    .where('answeredAt', 'is', null)
    .returning('reportedBy')
    .execute();
  return rows.map(({ reportedBy }) => reportedBy);
}

export async function saveFold(
  context: Context,
  thing: ThingKey,
  fold: WhyFolded & { readonly authorId: string | null; readonly foldedBy: string },
): Promise<string> {
  const id = context.newId();
  const { reason, answer, source, authorId, foldedBy } = fold;
  const needsSecondBy = new Date(context.now.getTime() + SECOND_WITHIN_HOURS * 3_600_000);
  await context.db
    .insertInto('moderation.fold')
    .values({ ...thing, id, reason, answer, source, authorId, foldedBy, foldedAt: context.now, needsSecondBy })
    .execute();
  return id;
}

/** Lays what was taken out of its place into the fold. */
export async function saveKept(context: Context, { communityId, id }: FoldKey, kept: Kept): Promise<void> {
  await context.db
    .updateTable('moderation.fold')
    .set({ kept: JSON.stringify(kept) })
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .execute();
}

export async function saveSecond(context: Context, { communityId, id }: FoldKey, secondedBy: string): Promise<void> {
  await context.db
    .updateTable('moderation.fold')
    .set({ secondedAt: context.now, secondedBy })
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .execute();
}

/** Ends a fold, and gives what had lain in it; undefined for whoever comes second. */
export async function saveUnfold(
  context: Context,
  { communityId, id }: FoldKey,
  { by, how }: { readonly by: string | null; readonly how: 'no-second' | 'appeal' | 'withdrawn' },
): Promise<{ readonly kept: Kept | null } | undefined> {
  const held = await context.db
    .selectFrom('moderation.fold')
    .select('kept')
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .where('unfoldedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!held) return undefined;
  await context.db
    .updateTable('moderation.fold')
    .set({ unfoldedAt: context.now, unfoldedBy: by, unfoldedHow: how, kept: null })
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .execute();
  return held;
}

export async function saveAppeal(context: Context, { communityId, id }: FoldKey, words: string): Promise<void> {
  const appeal = { communityId, foldId: id, words, madeAt: context.now };
  await context.db.insertInto('moderation.appeal').values(appeal).execute();
}

export async function saveAppealAnswer(
  context: Context,
  { communityId, id }: FoldKey,
  answer: { readonly answeredBy: string; readonly upheld: boolean; readonly answer: string },
): Promise<void> {
  await context.db
    .updateTable('moderation.appeal')
    .set({ ...answer, answeredAt: context.now })
    .where('communityId', '=', communityId)
    .where('foldId', '=', id)
    .execute();
}

/** The words of its author leave a fold for good; that something was folded, and why, stays. */
export async function saveEmptied(context: Context, { communityId, kind, subjectId }: ThingKey): Promise<void> {
  await context.db
    .updateTable('moderation.fold')
    .set({ kept: null })
    .where('communityId', '=', communityId)
    .where('kind', '=', kind)
    .where('subjectId', '=', subjectId)
    .where('unfoldedAt', 'is', null)
    .execute();
}
