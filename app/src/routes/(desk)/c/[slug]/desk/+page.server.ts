import { authorize } from '#platform/permissions.ts';
import { atDesk } from '#rooms/communities/index.ts';
import { homeOfCommunity } from '#rooms/communities/server/index.ts';
import { deskLinks } from '#web/desk.ts';
import { read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { community } = await event.parent();
  return read(event, async (context) => {
    authorize(atDesk.open, context.actor, community);
    return { now: (await homeOfCommunity(context, community)).now ?? [], more: deskLinks(context, community) };
  });
};
