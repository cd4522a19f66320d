import type { Listener } from '#platform/listeners.ts';
import { removePerson } from './store.ts';

/** Who is erased follows and reads nothing any more; what they said stays under "a former member". */
export const forgetPerson: Listener = {
  name: 'forum.forget-person',
  hears: 'people.person-erased',
  async hear(context, announcement) {
    if (typeof announcement['personId'] === 'string') await removePerson(context, announcement['personId']);
  },
};
