import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { onOwnAccount } from '#rooms/people/index.ts';

/** Everything this room holds of one person, for "download my data". */
export async function dataOf(context: Context, personId: string): Promise<Readonly<Record<string, unknown>>> {
  authorize(onOwnAccount.see, context.actor, { personId });
  const { db } = context;
  const circle = await db
    .selectFrom('practice.circleSeat')
    .select(['communityId', 'chosenBy', 'seatedAt', 'untilOn', 'endedAt'])
    .where('personId', '=', personId)
    .execute();
  const topics = await db
    .selectFrom('practice.topic')
    .select(['communityId', 'kind', 'words', 'tags', 'pairing', 'saidAt', 'takenBackAt'])
    .where('personId', '=', personId)
    .execute();
  const plan = await db
    .selectFrom('practice.planItem')
    .select(['communityId', 'what', 'dueOn', 'addedAt'])
    .where('personId', '=', personId)
    .execute();
  const wordings = await db
    .selectFrom('practice.wording')
    .select(['communityId', 'caseId', 'version', 'title', 'writtenAt'])
    .where('writtenBy', '=', personId)
    .execute();
  const credits = await db
    .selectFrom('practice.contributor')
    .select(['communityId', 'caseId', 'part', 'addedAt', 'removedAt'])
    .where('personId', '=', personId)
    .execute();
  const lessons = await db
    .selectFrom('practice.lesson')
    .select(['communityId', 'words', 'drawnAt', 'takenBackAt'])
    .where('drawnBy', '=', personId)
    .execute();
  return { circle, topics, plan, wordings, credits, lessons };
}
