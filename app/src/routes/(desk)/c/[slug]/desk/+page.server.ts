import { authorize } from '#platform/permissions.ts';
import { atDesk } from '#rooms/communities/index.ts';
import { homeOfCommunity } from '#rooms/communities/server/index.ts';
import { hurtsWaitingForMe } from '#rooms/moderation/server/index.ts';
import { waitsForMe } from '#rooms/needs/server/index.ts';
import { deskLinks } from '#web/desk.ts';
import { read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { community } = await event.parent();
  return read(event, async (context) => {
    authorize(atDesk.open, context.actor, community);
    const people = (await homeOfCommunity(context, community)).now ?? [];
    const needs = await waitsForMe(context, community);
    const hurts = await hurtsWaitingForMe(context, community);
    return { now: [...people, ...needs, ...hurts], more: deskLinks(context, community) };
  });
};
