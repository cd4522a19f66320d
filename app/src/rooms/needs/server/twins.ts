import { hasRole } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { likelyTwins } from '#platform/search.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';

/** Public needs that may be the same as what somebody is typing, best first, at most five. */
export async function twinsOf(
  context: Context,
  slug: string,
  words: string,
): Promise<{ number: number; title: string; href: string }[]> {
  const { id } = await findCommunity(context.db, slug);
  const withMembers = hasRole(context.actor, id, 'member', 'facilitator', 'steward');
  const hits = await likelyTwins(context, { communityId: id, words, withMembers, kinds: ['need'] });
  return hits.map(({ number, title }) => ({
    number: number ?? 0,
    title: context.language.show(title),
    href: `/c/${slug}/needs/${number}`,
  }));
}
