import type { Listener } from '#platform/listeners.ts';
import { removePrivateNeeds } from './private/store.ts';
import { removeVisits } from './store.ts';

/** Who is erased leaves their needs under "a former member"; what they told in private goes with them. */
export const forgetPerson: Listener = {
  name: 'needs.forget-person',
  hears: 'people.person-erased',
  async hear(context, announcement) {
    const personId = announcement['personId'];
    if (typeof personId !== 'string') return;
    await removePrivateNeeds(context, personId);
    await removeVisits(context, personId);
  },
};
