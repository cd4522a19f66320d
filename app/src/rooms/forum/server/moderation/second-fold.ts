import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { onThread } from '../../permissions.ts';
import { maySecond, mayUnfold } from '../../rules.ts';
import { AboutFold } from '../../words.ts';
import { findablePost } from '../findable-post.ts';
import { findFold } from './find-fold.ts';
import { saveSecond, saveUnfold } from './store.ts';

/** A second facilitator agrees with a fold; from then on it stays, until an appeal is upheld. */
export const secondFold = describeAction(
  { name: 'forum.second-fold', input: AboutFold, permission: onThread.fold, repeat: 'safe' },
  async (context, input) => {
    const { community, fold } = await findFold(context, input);
    authorize(onThread.fold, context.actor, { communityId: community.id });
    const personId = personOf(context.actor) ?? '';
    insist(maySecond(fold, personId));
    await saveSecond(context, fold, personId);
    context.announce({ kind: 'forum.fold-seconded', communityId: community.id, foldId: fold.id });
  },
);

/** Who folded a post takes it back. */
export const unfoldPost = describeAction(
  { name: 'forum.unfold-post', input: AboutFold, permission: onThread.fold, repeat: 'safe' },
  async (context, input) => {
    const { community, fold } = await findFold(context, input);
    authorize(onThread.fold, context.actor, { communityId: community.id });
    const by = personOf(context.actor) ?? '';
    insist(mayUnfold(fold, by));
    if (!(await saveUnfold(context, fold, { by, how: 'withdrawn' }))) throw new Refusal('forum.fold-over');
    await findablePost(context, fold);
    context.announce({ kind: 'forum.post-unfolded', communityId: community.id, foldId: fold.id });
  },
);
