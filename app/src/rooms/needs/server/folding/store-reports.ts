import type { Context } from '#platform/context.ts';
import type { NeedKey } from '../store.ts';

/** Keeps a report; who reports it once more, after it was looked at, is heard once more. */
export async function saveReport(
  context: Context,
  { communityId, id }: NeedKey,
  report: { readonly reportedBy: string; readonly reason: string; readonly words: string },
): Promise<void> {
  await context.db
    .insertInto('needs.report')
    .values({ communityId, needId: id, ...report, reportedAt: context.now })
    .onConflict((conflict) =>
      conflict.columns(['communityId', 'needId', 'reportedBy']).doUpdateSet((eb) => ({
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

/** Notes what became of the reports that wait on a need, and returns who had made them. */
export async function saveReportsAnswered(
  context: Context,
  { communityId, id }: NeedKey,
  answer: { readonly by: string; readonly outcome: 'folded' | 'stands' },
): Promise<string[]> {
  const rows = await context.db
    .updateTable('needs.report')
    .set({ answeredAt: context.now, answeredBy: answer.by, outcome: answer.outcome })
    .where('communityId', '=', communityId)
    .where('needId', '=', id)
    .where('answeredAt', 'is', null)
    .returning('reportedBy')
    .execute();
  return rows.map(({ reportedBy }) => reportedBy);
}
