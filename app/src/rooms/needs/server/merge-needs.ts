import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { onNeeds } from '../permissions.ts';
import { mayMerge } from '../rules.ts';
import { MergeNeeds, OneNeed } from '../words.ts';
import { findPublicNeed, needsSubject } from './find-need.ts';
import { signedIn } from './signed-in.ts';
import { closeMerge, holdNeeds, saveMerge, sumUp, touchNeed } from './store.ts';

/** Two needs that are one are told together: the one goes into the other, with everyone who stands behind it. */
export const mergeNeeds = describeAction(
  { name: 'needs.merge-needs', input: MergeNeeds, permission: onNeeds.merge, repeat: 'once' },
  async (context, input): Promise<void> => {
    const { need } = await findPublicNeed(context, input);
    const { communityId } = need;
    authorize(onNeeds.merge, context.actor, await needsSubject(context, communityId));
    const into = (await findPublicNeed(context, { slug: input.slug, number: input.into })).need;
    await holdNeeds(context, communityId, [need.id, into.id]);
    const inside = await isInside(context, communityId, [need.id, into.id]);
    const holds = await holdsOthers(context, communityId, need.id);
    insist(mayMerge({ same: need.id === into.id, inside, holds }));
    await saveMerge(context, need, { intoId: into.id, words: input.words, mergedBy: signedIn(context) });
    await touchNeed(context, into);
    await sumUp(context, into);
    context.announce({ kind: 'needs.needs-merged', communityId, needId: need.id, intoId: into.id });
  },
);

/** They were two after all: each has its own again. */
export const partNeeds = describeAction(
  { name: 'needs.part-needs', input: OneNeed, permission: onNeeds.merge, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const { need } = await findPublicNeed(context, input);
    const { communityId, intoId } = need;
    authorize(onNeeds.merge, context.actor, await needsSubject(context, communityId));
    if (!intoId) return;
    await closeMerge(context, need, signedIn(context));
    for (const id of [need.id, intoId]) await sumUp(context, { communityId, id });
    context.announce({ kind: 'needs.needs-parted', communityId, needId: need.id, fromId: intoId });
  },
);

async function isInside(context: Context, communityId: string, needIds: readonly string[]): Promise<boolean> {
  const row = await context.db
    .selectFrom('needs.merge')
    .select('id')
    .where('communityId', '=', communityId)
    .where('needId', 'in', [...needIds])
    .where('partedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

async function holdsOthers(context: Context, communityId: string, needId: string): Promise<boolean> {
  const row = await context.db
    .selectFrom('needs.merge')
    .select('id')
    .where('communityId', '=', communityId)
    .where('intoId', '=', needId)
    .where('partedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
