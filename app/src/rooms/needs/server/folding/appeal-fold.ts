import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { peopleWithRole } from '#rooms/communities/server/index.ts';
import { mayAnswerAppeal } from '#rooms/forum/index.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onNeed } from '../../permissions.ts';
import { AnswerNeedAppeal, AppealNeedFold } from '../../words.ts';
import { signedIn } from '../signed-in.ts';
import { findNeedFold } from './find-fold.ts';
import { saveAppeal, saveAppealAnswer, saveUnfold } from './store.ts';

/** The author of a folded need says why it should stand. */
export const appealNeedFold = describeAction(
  { name: 'needs.appeal-need-fold', input: AppealNeedFold, permission: onNeed.appeal, repeat: 'once' },
  async (context, input): Promise<void> => {
    const { community, fold } = await findNeedFold(context, input);
    authorize(onNeed.appeal, context.actor, { ...fold, supported: false });
    if (fold.unfolded) throw new Refusal('forum.fold-over');
    if (fold.appealed) throw new Refusal('forum.appealed-already');
    await saveAppeal(context, fold, input.words);
    const desk = await peopleWithRole(context.db, community.id, 'facilitator', 'steward');
    await notify(
      context,
      desk.filter((id) => id !== fold.foldedBy),
      {
        communityId: community.id,
        kind: 'needs.appealed',
        facts: { title: fold.title },
        href: `/c/${community.slug}/desk/forum`,
        about: fold.id,
        mail: 'soon',
      },
    );
    context.announce({ kind: 'needs.fold-appealed', communityId: community.id, foldId: fold.id, quiet: true });
  },
);

/** Somebody who neither folded nor seconded answers the appeal; upheld, the need reads as it did. */
export const answerNeedAppeal = describeAction(
  { name: 'needs.answer-need-appeal', input: AnswerNeedAppeal, permission: onNeed.fold, repeat: 'once' },
  async (context, input): Promise<void> => {
    const { community, fold } = await findNeedFold(context, input);
    authorize(onNeed.fold, context.actor, fold);
    if (!fold.appealed) throw new Refusal('forum.no-appeal');
    const answeredBy = signedIn(context);
    insist(mayAnswerAppeal(fold, answeredBy));
    const upheld = input.upheld === 'yes';
    await saveAppealAnswer(context, fold, { answeredBy, upheld, answer: input.answer });
    if (upheld) await saveUnfold(context, fold, { by: answeredBy, how: 'appeal' });
    await notify(context, [fold.authorId], {
      communityId: community.id,
      kind: upheld ? 'needs.appeal-upheld' : 'needs.appeal-declined',
      facts: { title: fold.title },
      href: `/c/${community.slug}/needs/appeal/${fold.id}`,
      about: fold.id,
      mail: 'soon',
    });
    context.announce({ kind: 'needs.appeal-answered', communityId: community.id, foldId: fold.id });
  },
);
