import type { Listener } from '#platform/listeners.ts';
import { removePerson } from './store.ts';

/** Who is erased gets up from every table and leaves every group; ideas stay without their name. */
export const forgetSeats: Listener = {
  name: 'gatherings.forget-seats',
  hears: 'people.person-erased',
  async hear(context, { personId }) {
    if (typeof personId === 'string') await removePerson(context.db, personId);
  },
};
