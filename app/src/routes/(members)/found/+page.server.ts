import { redirect } from '@sveltejs/kit';
import { foundCommunity } from '#rooms/communities/server/index.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  if (!event.locals.signedIn) redirect(303, '/sign-in?next=/found');
};

export const actions: Actions = {
  default: (event) => submit(event, foundCommunity, { next: ({ slug }) => `/c/${slug}` }),
};
