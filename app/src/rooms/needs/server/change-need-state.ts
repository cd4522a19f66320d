import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onNeed } from '../permissions.ts';
import { mayBecome } from '../rules.ts';
import { ChangeNeedState, type NeedState } from '../words.ts';
import { concernedBy } from './concerned-by.ts';
import { type FoundNeed, findPublicNeed, needSubject } from './find-need.ts';
import { saveState } from './store.ts';

/** A facilitator writes down what became of a need: a record with who, when and words. */
export const changeNeedState = describeAction(
  { name: 'needs.change-need-state', input: ChangeNeedState, permission: onNeed.changeState, repeat: 'once' },
  async (context, input): Promise<void> => {
    const { community, need } = await findPublicNeed(context, input);
    authorize(onNeed.changeState, context.actor, await needSubject(context, need));
    insist(mayBecome(need.state, input.state));
    await moveNeed(context, { ...need, slug: community.slug }, input);
  },
);

const BECAME: Readonly<Record<NeedState, string>> = {
  raised: 'needs.became-raised',
  'taken-up': 'needs.became-taken-up',
  'in-decision': 'needs.became-in-decision',
  decided: 'needs.became-decided',
  done: 'needs.became-done',
  'still-needed': 'needs.became-still-needed',
  'let-go': 'needs.became-let-go',
};

/** Writes the new state and tells whom it concerns. The caller has authorized. */
export async function moveNeed(
  context: Context,
  need: Pick<FoundNeed, 'communityId' | 'id' | 'number' | 'title'> & { readonly slug: string },
  { state, words }: { readonly state: NeedState; readonly words: string },
): Promise<void> {
  const { communityId, id, number, title } = need;
  await saveState(context, need, { state, words });
  await notify(context, await concernedBy(context, need), {
    communityId,
    kind: BECAME[state],
    facts: { title },
    href: `/c/${need.slug}/needs/${number}`,
    about: id,
    mail: 'soon',
  });
  context.announce({ kind: 'needs.state-changed', communityId, needId: id, state });
}
