import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import { peopleWithRole } from '#rooms/communities/server/index.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onWordFold } from '../../permissions.ts';
import { mayAnswerAppeal } from '../../rules.ts';
import { AnswerWordAppeal, AppealWordFold } from '../../words.ts';
import { signedIn } from '../signed-in.ts';
import { type FoundFold, findFold } from './find-fold.ts';
import { saveAppeal, saveAppealAnswer, saveUnfold } from './store.ts';
import { showText } from './text-of.ts';

/** Who wrote what was folded says why it should stand. */
export const appealWordFold = describeAction(
  { name: 'commitments.appeal-word-fold', input: AppealWordFold, permission: onWordFold.appeal, repeat: 'once' },
  async (context, input): Promise<void> => {
    const { community, fold } = await findFold(context, input);
    authorize(onWordFold.appeal, context.actor, fold);
    if (fold.unfolded) throw new Refusal('forum.fold-over');
    if (fold.appealed) throw new Refusal('forum.appealed-already');
    await saveAppeal(context, fold, input.words);
    const desk = await peopleWithRole(context.db, community.id, 'facilitator', 'steward');
    await tell(
      context,
      { community, fold },
      { kind: 'commitments.appealed', to: desk.filter((id) => id !== fold.foldedBy) },
    );
    context.announce({ kind: 'commitments.fold-appealed', communityId: community.id, foldId: fold.id, quiet: true });
  },
);

/** Somebody who neither folded nor seconded answers the appeal; upheld, the words stand again. */
export const answerWordAppeal = describeAction(
  { name: 'commitments.answer-word-appeal', input: AnswerWordAppeal, permission: onWordFold.fold, repeat: 'once' },
  async (context, input): Promise<void> => {
    const { community, fold } = await findFold(context, input);
    authorize(onWordFold.fold, context.actor, fold);
    if (!fold.appealed) throw new Refusal('forum.no-appeal');
    const by = signedIn(context);
    insist(mayAnswerAppeal(fold, by));
    const upheld = input.upheld === 'yes';
    await saveAppealAnswer(context, fold, { answeredBy: by, upheld, answer: input.answer });
    const kept = upheld ? await saveUnfold(context, fold, { by, how: 'appeal' }) : undefined;
    if (kept) await showText(context, fold, kept);
    const kind = upheld ? 'commitments.appeal-upheld' : 'commitments.appeal-declined';
    await tell(context, { community, fold }, { kind, to: fold.authorId ? [fold.authorId] : [] });
    context.announce({ kind: 'commitments.appeal-answered', communityId: community.id, foldId: fold.id });
  },
);

const tell = (
  context: Context,
  { community, fold }: { readonly community: Community; readonly fold: FoundFold },
  { kind, to }: { readonly kind: string; readonly to: readonly string[] },
): Promise<void> =>
  notify(context, to, {
    communityId: community.id,
    kind,
    href: `/c/${community.slug}/commitments/${fold.number}#fold-${fold.id}`,
    about: fold.id,
    mail: 'soon',
  });
