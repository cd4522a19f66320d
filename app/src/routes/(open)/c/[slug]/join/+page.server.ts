import { redirect } from '@sveltejs/kit';
import { charterOf, joinCommunity, withdrawRequest } from '#rooms/communities/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { community, seat } = await event.parent();
  if (seat) redirect(303, `/c/${community.slug}/seat`);
  const { rules } = await read(event, (context) => charterOf(context.db, community.id));
  return { age: rules.ageToJoin };
};

export const actions: Actions = {
  join: (event) =>
    submit(event, joinCommunity, { fixed: { slug: event.params.slug }, next: () => `/c/${event.params.slug}` }),
  withdraw: (event) =>
    submit(event, withdrawRequest, { fixed: { slug: event.params.slug }, next: () => `/c/${event.params.slug}` }),
};
