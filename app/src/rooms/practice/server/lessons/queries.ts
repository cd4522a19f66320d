import type { Context } from '#platform/context.ts';
import { may } from '#platform/permissions.ts';
import { onOwn } from '../../permissions.ts';
import type { FoundPractice } from '../find-practice.ts';
import { knowParties, type ShownParty } from '../parties.ts';

/** A lesson as a page shows it. */
export interface ShownLesson {
  /** Only for who may take it back. */
  readonly id: string | null;
  readonly words: string;
  readonly locale: string;
  readonly who: ShownParty;
  readonly organisation: ShownParty | null;
  readonly drawnAt: Date;
  readonly gatheringId: string | null;
}

/** Lessons of a case, or of every gathering of the practice; the oldest first. */
export async function lessonsOf(
  context: Context,
  { subject }: FoundPractice,
  of: { readonly caseId: string } | { readonly gatheringIds: readonly string[] },
): Promise<ShownLesson[]> {
  const { communityId } = subject;
  let query = context.db
    .selectFrom('practice.lesson')
    .select(['id', 'words', 'locale', 'drawnBy as personId', 'organisationId', 'signsAs', 'drawnAt', 'gatheringId'])
    .where('communityId', '=', communityId)
    .where('takenBackAt', 'is', null)
    .orderBy('id')
    .limit(200);
  if ('caseId' in of) query = query.where('caseId', '=', of.caseId);
  else if (of.gatheringIds.length === 0) return [];
  else query = query.where('gatheringId', 'in', [...of.gatheringIds]);
  const rows = await query.execute();
  const show = await knowParties(context, subject, rows);
  return rows.map(({ id, personId, organisationId, signsAs, ...lesson }) => ({
    ...lesson,
    id: may(onOwn.takeBack, context.actor, { communityId, personId, organisationId }) ? id : null,
    who: show({ personId }, signsAs),
    organisation: organisationId ? show({ organisationId }) : null,
  }));
}
