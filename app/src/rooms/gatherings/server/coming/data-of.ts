import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { onOwnAccount } from '#rooms/people/index.ts';

/** What is kept of one person's coming to gatherings, for "download my data". */
export async function dataOfComing(context: Context, personId: string): Promise<Readonly<Record<string, unknown>>> {
  authorize(onOwnAccount.see, context.actor, { personId });
  const { db } = context;
  return {
    registrations: await db
      .selectFrom('gatherings.registration as r')
      .leftJoin('gatherings.registrationWish as w', (join) =>
        join.onRef('w.communityId', '=', 'r.communityId').onRef('w.registrationId', '=', 'r.id'),
      )
      .select(['r.communityId', 'r.gatheringId', 'r.channel', 'r.registeredAt', 'r.seat', 'r.withdrawnAt'])
      .select(['w.language', 'w.access', 'w.children', 'w.travel'])
      .where('r.personId', '=', personId)
      .execute(),
    invitations: await db
      .selectFrom('gatherings.invitee')
      .select(['communityId', 'gatheringId', 'toldAt'])
      .where('personId', '=', personId)
      .execute(),
    attendance: await db
      .selectFrom('gatherings.attendance')
      .select(['communityId', 'gatheringId', 'presentAt'])
      .where('personId', '=', personId)
      .execute(),
    minutesAnswers: await db
      .selectFrom('gatherings.minutesAnswer')
      .select(['communityId', 'gatheringId', 'version', 'answer', 'words', 'answeredAt'])
      .where('personId', '=', personId)
      .execute(),
  };
}
