import type { Context } from '#platform/context.ts';
import { notFound } from '#platform/refusal.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import type { OpinionPicture } from './picture.ts';

/** A conversation with its statements, in the order of how many agreed, and the picture of who thinks alike. */
export async function showConversation(context: Context, address: { slug: string; number: number }) {
  const community = await findCommunity(context.db, address.slug);
  const conversation = await context.db
    .selectFrom('forum.conversation as c')
    .innerJoin('forum.pictureOfOpinion as p', (join) =>
      join.onRef('p.communityId', '=', 'c.communityId').onRef('p.conversationId', '=', 'c.id'),
    )
    .select(['c.id', 'c.number', 'c.title', 'c.importedFrom', 'c.importedAt', 'c.voters', 'c.marks', 'p.picture'])
    .where('c.communityId', '=', community.id)
    .where('c.number', '=', address.number)
    .where('c.shownAt', 'is not', null)
    .executeTakeFirst();
  if (!conversation) throw notFound();
  const statements = await context.db
    .selectFrom('forum.statement')
    .select(['position', 'text', 'agreed', 'disagreed', 'passed'])
    .where('communityId', '=', community.id)
    .where('conversationId', '=', conversation.id)
    .where('out', '=', false)
    .orderBy('agreed', 'desc')
    .orderBy('position')
    .execute();
  return { community, conversation: { ...conversation, picture: conversation.picture as OpinionPicture }, statements };
}

/** Conversations of a community, newest first. */
export async function listConversations(context: Context, communityId: string) {
  return context.db
    .selectFrom('forum.conversation')
    .select(['number', 'title', 'voters', 'marks', 'importedAt'])
    .where('communityId', '=', communityId)
    .where('shownAt', 'is not', null)
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
}
