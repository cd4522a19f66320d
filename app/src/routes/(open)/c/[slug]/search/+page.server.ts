import { hasRole } from '#platform/actor.ts';
import { searchEntries } from '#platform/search.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const words = (event.url.searchParams.get('words') ?? '').slice(0, 200);
  return read(event, async (context) => {
    const community = await findCommunity(context.db, event.params.slug);
    const withMembers = hasRole(context.actor, community.id, 'member', 'facilitator', 'steward');
    return { community, words, hits: await searchEntries(context, { communityId: community.id, words, withMembers }) };
  });
};
