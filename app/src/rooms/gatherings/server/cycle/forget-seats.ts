import type { Listener } from '#platform/listeners.ts';
import { removeFromTables, removePerson } from './store.ts';

/** Who is erased gets up from every table and leaves every group; ideas stay without their name. */
export const forgetSeats: Listener = {
  name: 'gatherings.forget-seats',
  hears: 'people.person-erased',
  async hear(context, { personId }) {
    if (typeof personId === 'string') await removePerson(context.db, personId);
  },
};

/** Who leaves a community gets up from its tables and moderates none. */
export const leaveTables: Listener = {
  name: 'gatherings.leave-tables',
  hears: 'communities.member-left',
  async hear(context, { communityId, personId }) {
    if (typeof communityId === 'string' && typeof personId === 'string')
      await removeFromTables(context, communityId, personId);
  },
};
