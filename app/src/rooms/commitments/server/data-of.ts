import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { onOwnAccount } from '#rooms/people/index.ts';

/** Everything this room holds of one person, for "download my data". */
export async function dataOf(context: Context, personId: string): Promise<Readonly<Record<string, unknown>>> {
  authorize(onOwnAccount.see, context.actor, { personId });
  const { db } = context;
  const given = await db
    .selectFrom('commitments.commitment')
    .select(['communityId', 'number', 'what', 'words', 'madeOn', 'dueOn', 'standsDueOn', 'originTitle', 'state'])
    .where('byPersonId', '=', personId)
    .execute();
  const writtenDown = await db
    .selectFrom('commitments.commitment')
    .select(['communityId', 'number', 'what', 'recordedAt'])
    .where('recordedBy', '=', personId)
    .execute();
  const answered = await db
    .selectFrom('commitments.answer')
    .select(['communityId', 'commitmentId', 'answer', 'newOn', 'words', 'answeredAt'])
    .where('answeredBy', '=', personId)
    .execute();
  const saidOfOwn = await db
    .selectFrom('commitments.ownWord')
    .select(['communityId', 'commitmentId', 'words', 'saidAt'])
    .where('saidBy', '=', personId)
    .execute();
  const agreedAnew = await db
    .selectFrom('commitments.agreement')
    .select(['communityId', 'commitmentId', 'what', 'dueOn', 'why', 'agreedAt'])
    .where('agreedBy', '=', personId)
    .execute();
  const takenBack = await db
    .selectFrom('commitments.takingBack')
    .select(['communityId', 'commitmentId', 'reason', 'why', 'takenBackAt'])
    .where('takenBackBy', '=', personId)
    .execute();
  const folded = await db
    .selectFrom('commitments.fold')
    .select(['communityId', 'commitmentId', 'reason', 'kept', 'foldedAt', 'unfoldedAt'])
    .where('authorId', '=', personId)
    .execute();
  return { given, writtenDown, answered, saidOfOwn, agreedAnew, takenBack, folded };
}
