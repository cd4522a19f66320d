import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import { onOwn } from '../../permissions.ts';
import { ChangePlanItem } from '../../words.ts';
import { findPractice, signedIn } from '../find-practice.ts';
import { saveChange } from './store.ts';

/** Notes what became of something in the plan; every change is a record of its own. */
export const changePlanItem = describeAction(
  { name: 'practice.change-plan-item', input: ChangePlanItem, permission: onOwn.changeItem, repeat: 'once' },
  async (context, { slug, itemId, state, dueOn, words }): Promise<void> => {
    const { practice, subject } = await findPractice(context, slug);
    const communityId = practice.id;
    const item = await partyOfItem(context, communityId, itemId);
    authorize(onOwn.changeItem, context.actor, { communityId, ...item, circle: subject.circle });
    const postponed = state === 'put-off' ? (dueOn ?? null) : null;
    await saveChange(context, {
      communityId,
      itemId,
      state,
      dueOn: postponed,
      words,
      changedBy: signedIn(context),
    });
    context.announce({ kind: 'practice.plan-item-changed', communityId, itemId, state });
  },
);

/** Who is to do something of the plan. Throws a Refusal `not-found`. */
export async function partyOfItem(
  context: Context,
  communityId: string,
  itemId: string,
): Promise<{ personId: string | null; organisationId: string | null }> {
  const item = await context.db
    .selectFrom('practice.planItem')
    .select(['personId', 'organisationId'])
    .where('communityId', '=', communityId)
    .where('id', '=', itemId)
    .executeTakeFirst();
  if (!item) throw notFound();
  return item;
}
