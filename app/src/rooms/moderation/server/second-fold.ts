import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { onThing } from '../permissions.ts';
import { maySecond, mayUnfold } from '../rules.ts';
import { AboutFold } from '../words.ts';
import { findFold } from './find-fold.ts';
import { signedIn } from './find-thing.ts';
import { saveSecond } from './store.ts';
import { unfoldFound } from './unfold.ts';

/** Another who decides agrees with a fold; from then on it stays, until an appeal is upheld. */
export const secondFold = describeAction(
  { name: 'moderation.second-fold', input: AboutFold, permission: onThing.decide, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const { community, fold } = await findFold(context, input);
    authorize(onThing.decide, context.actor, fold);
    const personId = signedIn(context);
    insist(maySecond(fold, personId));
    await saveSecond(context, fold, personId);
    const { facts } = fold.thing;
    context.announce({ ...facts, kind: 'moderation.fold-seconded', communityId: community.id, foldId: fold.id });
  },
);

/** Who folded a thing takes it back. */
export const unfoldThing = describeAction(
  { name: 'moderation.unfold-thing', input: AboutFold, permission: onThing.decide, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const { fold } = await findFold(context, input);
    authorize(onThing.decide, context.actor, fold);
    const by = signedIn(context);
    insist(mayUnfold(fold, by));
    if (!(await unfoldFound(context, fold, { by, how: 'withdrawn' }))) throw new Refusal('moderation.fold-over');
  },
);
