import type { Listener } from '#platform/listeners.ts';
import { forgetSpeaker } from './speakers-store.ts';

/** Who is erased leaves questions and reflections under "a former member"; as a speaker they leave no name and no words about them. */
export const forgetFloorPerson: Listener = {
  name: 'gatherings.forget-on-floor',
  hears: 'people.person-erased',
  async hear(context, announcement) {
    const personId = announcement['personId'];
    if (typeof personId === 'string') await forgetSpeaker(context, personId);
  },
};
