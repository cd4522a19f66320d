import type { Listener } from '#platform/listeners.ts';
import { forgetInvitations } from './invitations/store.ts';
import { partFrom } from './membership/leave-community.ts';
import { forgetRequests } from './membership/store.ts';
import { endSeatsInOrganisations } from './organisations/store.ts';

/** Somebody erased their account: they leave every seat and role, and nothing they said of themselves is kept. */
export const leaveEverywhere: Listener = {
  name: 'communities.leave-everywhere',
  hears: 'people.person-erased',
  hear: async (context, announcement) => {
    const personId = String(announcement.personId);
    const rows = await context.db
      .selectFrom('communities.membership')
      .select('communityId')
      .where('personId', '=', personId)
      .where('leftAt', 'is', null)
      .unionAll(
        context.db
          .selectFrom('communities.roleGrant')
          .select('communityId')
          .where('personId', '=', personId)
          .where('endedAt', 'is', null),
      )
      .execute();
    for (const communityId of new Set(rows.map((row) => row.communityId)))
      await partFrom(context, communityId, personId);
    await endSeatsInOrganisations(context, personId);
    await forgetRequests(context, personId);
    await forgetInvitations(context, personId);
  },
};
