import { authorize } from '#platform/permissions.ts';
import { atDesk, charterFromForm } from '#rooms/communities/index.ts';
import { charterGroups, charterOf, writeCharter } from '#rooms/communities/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { community } = await event.parent();
  return read(event, async (context) => {
    authorize(atDesk.writeCharter, context.actor, community);
    return {
      charter: await charterOf(context.db, community.id),
      groups: await charterGroups(context.db, community.id),
      version: event.url.searchParams.get('version') ?? undefined,
    };
  });
};

export const actions: Actions = {
  default: (event) =>
    submit(event, writeCharter, {
      shape: charterFromForm,
      fixed: { slug: event.params.slug },
      next: ({ version }) => `${event.url.pathname}?version=${version}`,
    }),
};
