import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { maySecond, mayUnfold } from '#rooms/forum/index.ts';
import { onNeed } from '../../permissions.ts';
import { AboutNeedFold } from '../../words.ts';
import { signedIn } from '../signed-in.ts';
import { findNeedFold } from './find-fold.ts';
import { saveSecond, saveUnfold } from './store.ts';

/** A second facilitator agrees with the fold of a need; from then on it stays, until an appeal is upheld. */
export const secondNeedFold = describeAction(
  { name: 'needs.second-need-fold', input: AboutNeedFold, permission: onNeed.fold, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const { community, fold } = await findNeedFold(context, input);
    authorize(onNeed.fold, context.actor, fold);
    const personId = signedIn(context);
    insist(maySecond(fold, personId));
    await saveSecond(context, fold, personId);
    context.announce({ kind: 'needs.fold-seconded', communityId: community.id, foldId: fold.id });
  },
);

/** Who folded a need takes it back. */
export const unfoldNeed = describeAction(
  { name: 'needs.unfold-need', input: AboutNeedFold, permission: onNeed.fold, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const { community, fold } = await findNeedFold(context, input);
    authorize(onNeed.fold, context.actor, fold);
    const by = signedIn(context);
    insist(mayUnfold(fold, by));
    if (!(await saveUnfold(context, fold, { by, how: 'withdrawn' }))) throw new Refusal('forum.fold-over');
    context.announce({ kind: 'needs.need-unfolded', communityId: community.id, needId: fold.needId });
  },
);
