import type { Context } from '#platform/context.ts';
import { releaseFiles, withholdFiles } from '#platform/files/withhold.ts';
import { SECOND_WITHIN_HOURS } from '../../rules.ts';
import type { Reason } from '../../words.ts';

export async function saveReport(
  context: Context,
  report: { communityId: string; postId: string; reportedBy: string; reason: Reason; words: string },
): Promise<void> {
  await context.db
    .insertInto('forum.report')
    .values({ ...report, reportedAt: context.now })
    // Who reports it once more, after it was looked at, is heard once more.
    .onConflict((conflict) =>
      conflict.columns(['communityId', 'postId', 'reportedBy']).doUpdateSet((eb) => ({
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

/** Notes what became of the reports that wait on a post, and returns who had made them. */
export async function saveReportsAnswered(
  context: Context,
  post: { communityId: string; postId: string },
  answer: { by: string; outcome: 'folded' | 'stands' },
): Promise<string[]> {
  const rows = await context.db
    .updateTable('forum.report')
    .set({ answeredAt: context.now, answeredBy: answer.by, outcome: answer.outcome })
    .where('communityId', '=', post.communityId)
    .where('postId', '=', post.postId)
    .where('answeredAt', 'is', null)
    .returning('reportedBy')
    .execute();
  return rows.map(({ reportedBy }) => reportedBy);
}

export async function saveFold(
  context: Context,
  fold: { communityId: string; postId: string; reason: Reason; answer: string; source: string; foldedBy: string },
): Promise<string> {
  const id = context.newId();
  const { communityId, postId } = fold;
  const needsSecondBy = new Date(context.now.getTime() + SECOND_WITHIN_HOURS * 3_600_000);
  await context.db
    .insertInto('forum.fold')
    .values({ ...fold, id, foldedAt: context.now, needsSecondBy })
    .execute();
  const pictures = await context.db
    .selectFrom('forum.post as p')
    .innerJoin('forum.picture as i', (join) =>
      join.onRef('i.communityId', '=', 'p.communityId').onRef('i.postId', '=', 'p.id'),
    )
    .select(['p.authorId', 'i.fileHash'])
    .where('p.communityId', '=', communityId)
    .where('p.id', '=', postId)
    .execute();
  const hashes = pictures.map(({ fileHash }) => fileHash);
  await withholdFiles(context, { communityId, hashes, forId: id, ownerId: pictures[0]?.authorId ?? null });
  return id;
}

export async function saveSecond(context: Context, fold: { communityId: string; id: string }, personId: string) {
  await context.db
    .updateTable('forum.fold')
    .set({ secondedAt: context.now, secondedBy: personId })
    .where('communityId', '=', fold.communityId)
    .where('id', '=', fold.id)
    .execute();
}

/** True for exactly one caller: the fold was still in force. */
export async function saveUnfold(
  context: Context,
  fold: { communityId: string; id: string },
  how: { by: string | null; how: 'no-second' | 'appeal' | 'withdrawn' },
): Promise<boolean> {
  const row = await context.db
    .updateTable('forum.fold')
    .set({ unfoldedAt: context.now, unfoldedBy: how.by, unfoldedHow: how.how })
    .where('communityId', '=', fold.communityId)
    .where('id', '=', fold.id)
    .where('unfoldedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (row) await releaseFiles(context, fold.communityId, fold.id);
  return row !== undefined;
}

export async function saveAppeal(context: Context, appeal: { communityId: string; foldId: string; words: string }) {
  await context.db
    .insertInto('forum.appeal')
    .values({ ...appeal, madeAt: context.now })
    .execute();
}

export async function saveAppealAnswer(
  context: Context,
  appeal: { communityId: string; foldId: string },
  answer: { by: string; upheld: boolean; words: string },
): Promise<void> {
  await context.db
    .updateTable('forum.appeal')
    .set({ answeredAt: context.now, answeredBy: answer.by, upheld: answer.upheld, answer: answer.words })
    .where('communityId', '=', appeal.communityId)
    .where('foldId', '=', appeal.foldId)
    .execute();
}
