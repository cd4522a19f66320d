import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { notFound } from '#platform/refusal.ts';
import { isFolded } from '#rooms/moderation/server/index.ts';
import { findPost, findThread } from './find-thread.ts';

/** Earlier wordings of a post, newest first. Of a folded post only its author reads them. */
export async function showWordings(context: Context, address: { slug: string; number: number; postId: string }) {
  const { community, thread } = await findThread(context, address);
  const post = await findPost(context, thread, address.postId);
  const folded = await isFolded(context, { communityId: community.id, kind: 'post', subjectId: post.id });
  if (folded && personOf(context.actor) !== post.authorId) throw notFound();
  const wordings = await context.db
    .selectFrom('forum.wording')
    .select(['version', 'text', 'untilAt'])
    .where('communityId', '=', community.id)
    .where('postId', '=', post.id)
    .orderBy('version', 'desc')
    .execute();
  return { community, thread, post: { id: post.id, text: post.text }, wordings };
}
