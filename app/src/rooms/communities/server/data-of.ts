import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { onOwnAccount } from '#rooms/people/index.ts';

/** Everything this room holds of one person, for "download my data". Voices for a recall stay out: nobody may be made to show them. */
export async function dataOf(context: Context, personId: string): Promise<Readonly<Record<string, unknown>>> {
  authorize(onOwnAccount.see, context.actor, { personId });
  const { db } = context;
  return {
    memberships: await db
      .selectFrom('communities.membership')
      .select(['communityId', 'how', 'belonging', 'joinedAt', 'leftAt'])
      .where('personId', '=', personId)
      .execute(),
    roles: await db
      .selectFrom('communities.roleGrant')
      .select(['communityId', 'role', 'grantedAt', 'endedAt'])
      .where('personId', '=', personId)
      .execute(),
    requests: await db
      .selectFrom('communities.joinRequest')
      .select(['communityId', 'words', 'askedAt', 'answer', 'answeredAt', 'answerWords'])
      .where('personId', '=', personId)
      .execute(),
    attributes: await db
      .selectFrom('communities.attribute')
      .select(['communityId', 'attribute', 'groupName', 'purpose', 'consentedAt'])
      .where('personId', '=', personId)
      .execute(),
    organisations: await db
      .selectFrom('communities.organisationMember')
      .select(['organisationId', 'role', 'joinedAt', 'endedAt'])
      .where('personId', '=', personId)
      .execute(),
  };
}
