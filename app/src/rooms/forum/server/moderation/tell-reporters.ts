import type { Context } from '#platform/context.ts';
import type { Community } from '#rooms/communities/index.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { saveReportsAnswered } from './store.ts';

/** What was decided on a post that people had reported. */
interface Decided {
  readonly community: Community;
  readonly thread: { readonly number: number; readonly title: string };
  readonly postId: string;
  readonly by: string;
  readonly outcome: 'folded' | 'stands';
}

/** Answers the reports that wait on a post: whoever made one learns what became of it, and nobody else that they did. */
export async function tellReporters(context: Context, decided: Decided): Promise<void> {
  const { community, thread, postId, by, outcome } = decided;
  const reporters = await saveReportsAnswered(context, { communityId: community.id, postId }, { by, outcome });
  await notify(context, reporters, {
    communityId: community.id,
    kind: outcome === 'folded' ? 'forum.report-folded' : 'forum.report-stands',
    facts: { title: thread.title },
    href: `/c/${community.slug}/forum/${thread.number}`,
    about: postId,
  });
}
