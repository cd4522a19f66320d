import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import { limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { peopleWithRole } from '#rooms/communities/server/index.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onThread } from '../../permissions.ts';
import { ReportPost } from '../../words.ts';
import { findPost, findThread } from '../find-thread.ts';
import { foldOn } from './find-fold.ts';
import { saveReport } from './store.ts';

/** Somebody tells the facilitators that a post hurts. Nobody else learns who told. */
export const reportPost = describeAction(
  { name: 'forum.report-post', input: ReportPost, permission: onThread.report, repeat: 'safe' },
  async (context, input) => {
    const { community, thread } = await findThread(context, input);
    authorize(onThread.report, context.actor, { communityId: community.id });
    const post = await findPost(context, thread, input.postId);
    const reportedBy = personOf(context.actor) ?? '';
    insist((await foldOn(context, post)) ? { no: 'forum.folded-already' } : 'yes');
    await limit(context, `forum.report:${reportedBy}`, { most: 20, seconds: 86_400 });
    await saveReport(context, {
      communityId: community.id,
      postId: post.id,
      reportedBy,
      reason: input.reason,
      words: input.words,
    });
    const desk = await peopleWithRole(context.db, community.id, 'facilitator', 'steward');
    await notify(
      context,
      desk.filter((id) => id !== post.authorId),
      {
        communityId: community.id,
        kind: 'forum.reported',
        facts: { title: thread.title },
        href: `/c/${community.slug}/desk/forum`,
        about: post.id,
        mail: 'soon',
      },
    );
    context.announce({ kind: 'forum.post-reported', communityId: community.id, postId: post.id, quiet: true });
  },
);
