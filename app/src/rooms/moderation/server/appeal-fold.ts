import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { onThing } from '../permissions.ts';
import { mayAnswerAppeal, mayAppeal } from '../rules.ts';
import { AnswerAppeal, AppealFold } from '../words.ts';
import { findFold } from './find-fold.ts';
import { signedIn } from './find-thing.ts';
import { saveAppeal, saveAppealAnswer } from './store.ts';
import { deciders, tellOfFold } from './tell.ts';
import { unfoldFound } from './unfold.ts';

/** Who wrote what was folded says why it should stand. */
export const appealFold = describeAction(
  { name: 'moderation.appeal-fold', input: AppealFold, permission: onThing.appeal, repeat: 'once' },
  async (context, input): Promise<void> => {
    const { community, fold } = await findFold(context, input);
    authorize(onThing.appeal, context.actor, fold);
    insist(mayAppeal(fold));
    await saveAppeal(context, fold, input.words);
    const to = (await deciders(context, fold.thing)).filter((id) => id !== fold.foldedBy);
    await tellOfFold(context, { community, fold }, { kind: 'moderation.appealed', to });
    const { id: communityId } = community;
    context.announce({ kind: 'moderation.fold-appealed', communityId, foldId: fold.id, quiet: true });
  },
);

/** Somebody who neither folded nor seconded answers the appeal; upheld, the thing stands again. */
export const answerAppeal = describeAction(
  { name: 'moderation.answer-appeal', input: AnswerAppeal, permission: onThing.decide, repeat: 'once' },
  async (context, input): Promise<void> => {
    const { community, fold } = await findFold(context, input);
    authorize(onThing.decide, context.actor, fold);
    const answeredBy = signedIn(context);
    insist(mayAnswerAppeal(fold, answeredBy));
    const upheld = input.upheld === 'yes';
    await saveAppealAnswer(context, fold, { answeredBy, upheld, answer: input.answer });
    if (upheld) await unfoldFound(context, fold, { by: answeredBy, how: 'appeal' });
    const kind = upheld ? 'moderation.appeal-upheld' : 'moderation.appeal-declined';
    await tellOfFold(context, { community, fold }, { kind, to: fold.authorId ? [fold.authorId] : [] });
    context.announce({ kind: 'moderation.appeal-answered', communityId: community.id, foldId: fold.id });
  },
);
