import { redirect } from '@sveltejs/kit';
import { askCode, showDoor } from '#rooms/people/server/index.ts';
import { knockOf } from '#web/knock.ts';
import { read } from '#web/read.ts';
import { nextOf, withNext } from '#web/safe-path.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (event.locals.signedIn) redirect(303, nextOf(event.url));
  knockOf(event);
  return { ...(await read(event, showDoor)), next: nextOf(event.url) };
};

export const actions: Actions = {
  default: (event) =>
    submit(event, askCode, {
      fixed: { knock: knockOf(event) },
      next: () => withNext('/sign-in/code', event.url),
    }),
};
