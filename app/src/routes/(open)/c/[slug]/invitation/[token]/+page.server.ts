import { acceptInvitation, charterOf, declineInvitation, showInvitation } from '#rooms/communities/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (event.url.searchParams.has('declined')) return { declined: true as const };
  const invitation = await read(event, (context) => showInvitation(context, event.params));
  const { rules } = await read(event, (context) => charterOf(context.db, invitation.community.id));
  return { declined: false as const, invitation, age: rules.ageToJoin, path: event.url.pathname };
};

export const actions: Actions = {
  accept: (event) => submit(event, acceptInvitation, { fixed: event.params, next: () => `/c/${event.params.slug}` }),
  decline: (event) => submit(event, declineInvitation, { fixed: event.params, next: () => '?declined' }),
};
