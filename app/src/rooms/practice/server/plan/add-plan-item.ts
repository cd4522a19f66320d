import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onPractice } from '../../permissions.ts';
import { AddPlanItem } from '../../words.ts';
import { findPractice, signedIn } from '../find-practice.ts';
import { insistOfPractice, peopleOf } from '../parties.ts';
import { saveItem } from './store.ts';

/** Puts something into the action plan: what, who, by when. Who is to do it is told. */
export const addPlanItem = describeAction(
  { name: 'practice.add-plan-item', input: AddPlanItem, permission: onPractice.plan, repeat: 'once' },
  async (context, { slug, what, locale, who, dueOn = null }): Promise<{ itemId: string }> => {
    const { practice, subject } = await findPractice(context, slug);
    authorize(onPractice.plan, context.actor, subject);
    const addedBy = signedIn(context);
    const party = await insistOfPractice(context, subject, who);
    const communityId = practice.id;
    const itemId = context.newId();
    await saveItem(context, { communityId, id: itemId, what, locale, ...party, dueOn, addedBy });
    await notify(context, await peopleOf(context, party), {
      communityId,
      kind: 'practice.plan-given',
      facts: { what },
      href: `/c/${slug}/practice/plan#i-${itemId}`,
      about: itemId,
    });
    context.announce({ kind: 'practice.plan-item-added', communityId, itemId });
    return { itemId };
  },
);
