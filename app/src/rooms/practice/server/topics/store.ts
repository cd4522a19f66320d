import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';

export interface NewTopic {
  readonly communityId: string;
  readonly id: string;
  readonly kind: string;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly words: string;
  readonly locale: string;
  readonly tags: string[];
  readonly pairing: string;
  readonly saidBy: string;
}

export async function saveTopic(context: Context, topic: NewTopic): Promise<void> {
  await context.db
    .insertInto('practice.topic')
    .values({ ...topic, saidAt: context.now })
    .execute();
}

/** Takes topics back: one, or all of a person or an organisation (`communityId` empty: everywhere). */
export async function closeTopics(
  context: Context,
  of: {
    readonly communityId?: string;
    readonly topicId?: string;
    readonly personId?: string;
    readonly organisationId?: string;
  },
): Promise<void> {
  let query = context.db
    .updateTable('practice.topic')
    .set({ takenBackAt: context.now, takenBackBy: personOf(context.actor) ?? null })
    .where('takenBackAt', 'is', null);
  if (of.communityId) query = query.where('communityId', '=', of.communityId);
  if (of.topicId) query = query.where('id', '=', of.topicId);
  if (of.personId) query = query.where('personId', '=', of.personId);
  if (of.organisationId) query = query.where('organisationId', '=', of.organisationId);
  await query.execute();
}

export interface NewIntroduction {
  readonly communityId: string;
  readonly id: string;
  readonly shareId: string;
  readonly wishId: string;
  readonly askingSide: 'share' | 'wish';
  readonly askedBy: string;
}

export async function saveIntroduction(context: Context, introduction: NewIntroduction): Promise<void> {
  await context.db
    .insertInto('practice.introduction')
    .values({ ...introduction, askedAt: context.now })
    .execute();
}

/** The answer, once; false when it was given before. */
export async function saveAnswer(
  context: Context,
  { communityId, id }: { readonly communityId: string; readonly id: string },
  said: { readonly answer: string; readonly answeredBy: string },
): Promise<boolean> {
  const saved = await context.db
    .insertInto('practice.introductionAnswer')
    .values({ communityId, introductionId: id, ...said, answeredAt: context.now })
    .onConflict((conflict) => conflict.columns(['communityId', 'introductionId']).doNothing())
    .returning('introductionId')
    .executeTakeFirst();
  return saved !== undefined;
}
