import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { peopleWithRole } from '#rooms/communities/server/index.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onPost, onThread } from '../../permissions.ts';
import { mayAnswerAppeal } from '../../rules.ts';
import { AnswerAppeal, AppealFold } from '../../words.ts';
import { findablePost } from '../findable-post.ts';
import { findFold } from './find-fold.ts';
import { saveAppeal, saveAppealAnswer, saveUnfold } from './store.ts';

/** The author of a folded post says why it should stand. */
export const appealFold = describeAction(
  { name: 'forum.appeal-fold', input: AppealFold, permission: onPost.appeal, repeat: 'once' },
  async (context, input) => {
    const { community, fold } = await findFold(context, input);
    authorize(onPost.appeal, context.actor, fold);
    if (fold.unfolded) throw new Refusal('forum.fold-over');
    if (fold.appealed) throw new Refusal('forum.appealed-already');
    await saveAppeal(context, { communityId: community.id, foldId: fold.id, words: input.words });
    const desk = await peopleWithRole(context.db, community.id, 'facilitator', 'steward');
    await notify(
      context,
      desk.filter((id) => id !== fold.foldedBy),
      {
        communityId: community.id,
        kind: 'forum.appealed',
        facts: { title: fold.title },
        href: `/c/${community.slug}/desk/forum`,
        about: fold.id,
        mail: 'soon',
      },
    );
    context.announce({ kind: 'forum.fold-appealed', communityId: community.id, foldId: fold.id, quiet: true });
  },
);

/** Somebody who neither folded nor seconded answers the appeal; upheld, the post stands again. */
export const answerAppeal = describeAction(
  { name: 'forum.answer-appeal', input: AnswerAppeal, permission: onThread.fold, repeat: 'once' },
  async (context, input) => {
    const { community, fold } = await findFold(context, input);
    authorize(onThread.fold, context.actor, { communityId: community.id });
    if (!fold.appealed) throw new Refusal('forum.no-appeal');
    const by = personOf(context.actor) ?? '';
    insist(mayAnswerAppeal(fold, by));
    const upheld = input.upheld === 'yes';
    await saveAppealAnswer(
      context,
      { communityId: community.id, foldId: fold.id },
      { by, upheld, words: input.answer },
    );
    if (upheld && (await saveUnfold(context, fold, { by, how: 'appeal' }))) await findablePost(context, fold);
    await notify(context, [fold.authorId], {
      communityId: community.id,
      kind: upheld ? 'forum.appeal-upheld' : 'forum.appeal-declined',
      facts: { title: fold.title },
      href: `/c/${community.slug}/forum/appeal/${fold.id}`,
      about: fold.id,
      mail: 'soon',
    });
    context.announce({ kind: 'forum.appeal-answered', communityId: community.id, foldId: fold.id });
  },
);
