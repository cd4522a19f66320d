import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { onWordFold } from '../../permissions.ts';
import { maySecond, mayUnfold } from '../../rules.ts';
import { AboutWordFold } from '../../words.ts';
import { signedIn } from '../signed-in.ts';
import { findFold } from './find-fold.ts';
import { saveSecond, saveUnfold } from './store.ts';
import { showText } from './text-of.ts';

/** A second facilitator agrees; from then on the words stay folded, until an appeal is upheld. */
export const secondWordFold = describeAction(
  { name: 'commitments.second-word-fold', input: AboutWordFold, permission: onWordFold.fold, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const { community, fold } = await findFold(context, input);
    authorize(onWordFold.fold, context.actor, fold);
    const personId = signedIn(context);
    insist(maySecond(fold, personId));
    await saveSecond(context, fold, personId);
    context.announce({ kind: 'commitments.fold-seconded', communityId: community.id, foldId: fold.id });
  },
);

/** Who folded words takes it back, as long as no second has agreed. */
export const unfoldWords = describeAction(
  { name: 'commitments.unfold-words', input: AboutWordFold, permission: onWordFold.fold, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const { community, fold } = await findFold(context, input);
    authorize(onWordFold.fold, context.actor, fold);
    const by = signedIn(context);
    insist(mayUnfold(fold, by));
    const kept = await saveUnfold(context, fold, { by, how: 'withdrawn' });
    if (!kept) throw new Refusal('forum.fold-over');
    await showText(context, fold, kept);
    context.announce({ kind: 'commitments.words-unfolded', communityId: community.id, foldId: fold.id });
  },
);
