import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { onOwnAccount } from '#rooms/people/index.ts';

/** What the floor of gatherings holds of one person, for "download my data". */
export async function floorDataOf(context: Context, personId: string): Promise<Readonly<Record<string, unknown>>> {
  authorize(onOwnAccount.see, context.actor, { personId });
  const { db } = context;
  const questions = await db
    .selectFrom('gatherings.question')
    .select(['communityId', 'gatheringId', 'number', 'text', 'askedAt'])
    .where('askedBy', '=', personId)
    .execute();
  const supported = await db
    .selectFrom('gatherings.questionSupport')
    .select(['communityId', 'questionId', 'supportedAt'])
    .where('personId', '=', personId)
    .execute();
  const reflections = await db
    .selectFrom('gatherings.reflection')
    .select(['communityId', 'gatheringId', 'text', 'writtenAt'])
    .where('writtenBy', '=', personId)
    .execute();
  const confirmed = await db
    .selectFrom('gatherings.conclusionConfirmation')
    .select(['communityId', 'conclusionId', 'version', 'confirmedAt'])
    .where('personId', '=', personId)
    .execute();
  const amended = await db
    .selectFrom('gatherings.conclusionAmendment')
    .select(['communityId', 'conclusionId', 'text', 'why', 'proposedAt'])
    .where('proposedBy', '=', personId)
    .execute();
  const spoke = await db
    .selectFrom('gatherings.speaker')
    .select(['communityId', 'gatheringId', 'name', 'country', 'addedAt'])
    .where('personId', '=', personId)
    .execute();
  const saidOfThemself = await db
    .selectFrom('gatherings.speakerDeclaration')
    .select(['communityId', 'about', 'said', 'saidAt'])
    .where('personId', '=', personId)
    .execute();
  return { floor: { questions, supported, reflections, confirmed, amended, spoke, saidOfThemself } };
}
