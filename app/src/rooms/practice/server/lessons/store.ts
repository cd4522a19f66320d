import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';

export interface NewLesson {
  readonly communityId: string;
  readonly id: string;
  readonly caseId: string | null;
  readonly gatheringId: string | null;
  readonly words: string;
  readonly locale: string;
  readonly organisationId: string | null;
  readonly signsAs: string;
  readonly drawnBy: string;
}

export async function saveLesson(context: Context, lesson: NewLesson): Promise<void> {
  await context.db
    .insertInto('practice.lesson')
    .values({ ...lesson, drawnAt: context.now })
    .execute();
}

export async function closeLesson(
  context: Context,
  { communityId, lessonId }: { readonly communityId: string; readonly lessonId: string },
): Promise<void> {
  await context.db
    .updateTable('practice.lesson')
    .set({ takenBackAt: context.now, takenBackBy: personOf(context.actor) ?? null })
    .where('communityId', '=', communityId)
    .where('id', '=', lessonId)
    .where('takenBackAt', 'is', null)
    .execute();
}
