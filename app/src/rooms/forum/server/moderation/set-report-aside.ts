import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { onThread } from '../../permissions.ts';
import { SetReportAside } from '../../words.ts';
import { findPost, findThread } from '../find-thread.ts';
import { tellReporters } from './tell-reporters.ts';

/** A facilitator read what was reported and lets it stand; whoever reported it is told. */
export const setReportAside = describeAction(
  { name: 'forum.set-report-aside', input: SetReportAside, permission: onThread.fold, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const { community, thread } = await findThread(context, input);
    authorize(onThread.fold, context.actor, { communityId: community.id });
    const post = await findPost(context, thread, input.postId);
    const by = personOf(context.actor) ?? '';
    insist(post.authorId === by ? { no: 'forum.own-post' } : 'yes');
    await tellReporters(context, { community, thread, postId: post.id, by, outcome: 'stands' });
    context.announce({ kind: 'forum.report-set-aside', communityId: community.id, postId: post.id, quiet: true });
  },
);
