import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import { findThing, foldFound } from '#rooms/moderation/server/index.ts';
import { onFloor } from '../../floor-permissions.ts';
import { FoldLine } from '../../floor-words.ts';
import { type FoundFloor, findQuestion, floorAt } from './find-floor.ts';

/** Whoever runs the floor folds a question, by the number the hall calls it by, or a reflection; see the room of moderation. */
export const foldLine = describeAction(
  { name: 'gatherings.fold-line', input: FoldLine, permission: onFloor.moderate, repeat: 'once' },
  async (context, { slug, number, question, reflectionId, ...why }): Promise<{ foldId: string }> => {
    const floor = await floorAt(context, { slug, number });
    authorize(onFloor.moderate, context.actor, floor.subject);
    const about = question === undefined ? 'reflection' : 'question';
    const aboutId =
      question === undefined ? (reflectionId ?? '') : (await findQuestion(context, floor.at, question)).id;
    const found = await findThing(context, { slug, about, aboutId });
    if (!isOfFloor(found.thing, floor)) throw notFound();
    return foldFound(context, found, why);
  },
);

const isOfFloor = (
  { facts }: { readonly facts?: Readonly<Record<string, string>> },
  { at }: Pick<FoundFloor, 'at'>,
): boolean => facts?.['gatheringId'] === at.gatheringId;
