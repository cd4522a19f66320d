import { declineRole, proposeRole, secondRole, showMembers, showRoles } from '#rooms/communities/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import { submitHere } from '#web/submit-here.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const { searchParams } = event.url;
  return {
    page: await read(event, (context) => showRoles(context, slug)),
    changes: (await read(event, (context) => showMembers(context, { slug }))).changes,
    said: searchParams.has('waits') ? ('waits' as const) : searchParams.has('done') ? ('done' as const) : undefined,
  };
};

export const actions: Actions = {
  propose: (event) =>
    submit(event, proposeRole, {
      fixed: { slug: event.params.slug },
      next: ({ done }) => `${event.url.pathname}?${done ? 'done' : 'waits'}`,
    }),
  second: submitHere(secondRole),
  decline: submitHere(declineRole),
};
