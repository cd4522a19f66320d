import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { withholdFiles } from '#platform/files/withhold.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, notFound, Refusal } from '#platform/refusal.ts';
import { onThing } from '../permissions.ts';
import { mayDecideOn } from '../rules.ts';
import { FoldThing, type WhyFolded } from '../words.ts';
import { type FoundThing, findThing, signedIn } from './find-thing.ts';
import { isFolded } from './folds-of.ts';
import { saveFold, saveKept } from './store.ts';
import { tellOfFold, tellReporters } from './tell.ts';

/**
 * Somebody who decides folds a thing at once; without another's second within 72 hours it unfolds by itself. A false claim is
 * answered with a named source in its place. The author is told, with the way to appeal; so is who had reported it.
 */
export const foldThing = describeAction(
  { name: 'moderation.fold-thing', input: FoldThing, permission: onThing.decide, repeat: 'once' },
  async (context, { reason, answer, source, ...asked }): Promise<{ foldId: string }> =>
    foldFound(context, await findThing(context, asked), { reason, answer, source }),
);

/** The same for a thing that the action of another room has found. */
export async function foldFound(
  context: Context,
  found: FoundThing,
  why: WhyFolded,
): Promise<{ readonly foldId: string }> {
  const { community, thing, kind } = found;
  authorize(onThing.decide, context.actor, thing);
  const foldedBy = signedIn(context);
  const { communityId, id: subjectId, authorId, title, pictures = [] } = thing;
  insist(mayDecideOn(authorId, foldedBy));
  const key = { communityId, kind: kind.kind, subjectId };
  if (await isFolded(context, key)) throw new Refusal('moderation.folded-already');
  if (thing.text === '') throw notFound();
  const id = await saveFold(context, key, { ...why, authorId, foldedBy });
  const kept = await kind.hide(context, thing);
  if (kept) await saveKept(context, { communityId, id }, kept);
  await withholdFiles(context, { communityId, hashes: pictures, forId: id, ownerId: authorId });
  await tellReporters(context, found, { by: foldedBy, outcome: 'folded' });
  const to = authorId ? [authorId] : [];
  await tellOfFold(context, { community, fold: { id, title, kind } }, { kind: 'moderation.folded', to });
  context.announce({ ...thing.facts, kind: 'moderation.thing-folded', communityId, foldId: id, thingId: subjectId });
  return { foldId: id };
}
