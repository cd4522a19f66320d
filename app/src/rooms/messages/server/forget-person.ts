import type { Listener } from '#platform/listeners.ts';
import { removePerson } from './store.ts';

/** Who is erased is told nothing any more, and nothing of what they were told is kept. */
export const forgetPerson: Listener = {
  name: 'messages.forget-person',
  hears: 'people.person-erased',
  async hear(context, announcement) {
    if (typeof announcement['personId'] === 'string') await removePerson(context, announcement['personId']);
  },
};
