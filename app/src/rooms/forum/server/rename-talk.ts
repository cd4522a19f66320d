import type { Context } from '#platform/context.ts';
import { findablePost } from './findable-post.ts';
import { saveTitle } from './store.ts';
import { talkAbout } from './talk-about.ts';

/** The thing that is talked about is called otherwise now: so is its talk, and what search says of its posts. */
export async function renameTalk(
  context: Context,
  communityId: string,
  about: { readonly kind: string; readonly id: string; readonly title: string; readonly locale: string },
): Promise<void> {
  const thread = await talkAbout(context, communityId, about);
  if (!thread || thread.title === about.title) return;
  await saveTitle(context, thread, about);
  const posts = await context.db
    .selectFrom('forum.post')
    .select('id as postId')
    .where('communityId', '=', communityId)
    .where('threadId', '=', thread.id)
    .execute();
  for (const { postId } of posts) await findablePost(context, { communityId, postId });
}
