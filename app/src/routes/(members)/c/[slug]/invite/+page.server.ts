import { invitePerson, showInvite } from '#rooms/communities/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await read(event, (context) => showInvite(context, event.params.slug))),
  origin: event.locals.house.settings.origin,
});

export const actions: Actions = {
  default: (event) => submit(event, invitePerson, { fixed: { slug: event.params.slug }, unkept: true }),
};
