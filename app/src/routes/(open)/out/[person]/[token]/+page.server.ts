import { leaveMail } from '#rooms/messages/server/index.ts';
import { submit } from '#web/submit.ts';
import type { Actions } from './$types';

/** Reading the page changes nothing (mail programs open links by themselves); the button, or the mail program's own one click, does. */
export const actions: Actions = {
  default: async (event) => {
    const fixed = { personId: event.params.person, wayOut: event.params.token };
    const done = await submit(event, leaveMail, { fixed });
    return done ?? { left: true };
  },
};
