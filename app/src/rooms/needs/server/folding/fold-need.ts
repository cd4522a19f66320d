import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onNeed } from '../../permissions.ts';
import { FoldNeed } from '../../words.ts';
import { findPublicNeed, needSubject } from '../find-need.ts';
import { signedIn } from '../signed-in.ts';
import { saveFold } from './store.ts';
import { tellReporters } from './tell-reporters.ts';

/**
 * A facilitator folds the text of a need at once; without another's second within 72 hours it unfolds by itself. Its author
 * is told, with the way to appeal. Support, states and talk stay.
 */
export const foldNeed = describeAction(
  { name: 'needs.fold-need', input: FoldNeed, permission: onNeed.fold, repeat: 'once' },
  async (context, { reason, answer, source, ...address }): Promise<{ foldId: string }> => {
    const { community, need } = await findPublicNeed(context, address);
    authorize(onNeed.fold, context.actor, await needSubject(context, need));
    const foldedBy = signedIn(context);
    const authorId = need.raisedBy ?? need.enteredBy;
    if (authorId === foldedBy) throw new Refusal('forum.own-post');
    if (need.foldId) throw new Refusal('forum.folded-already');
    const foldId = await saveFold(context, need, { reason, answer, source, foldedBy });
    await tellReporters(context, { community, need, by: foldedBy, outcome: 'folded' });
    await notify(context, authorId ? [authorId] : [], {
      communityId: community.id,
      kind: 'needs.folded',
      facts: { title: need.title },
      href: `/c/${community.slug}/needs/appeal/${foldId}`,
      about: need.id,
      mail: 'soon',
    });
    context.announce({ kind: 'needs.need-folded', communityId: community.id, needId: need.id, foldId });
    return { foldId };
  },
);
