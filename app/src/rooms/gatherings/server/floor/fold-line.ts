import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { findThing, foldFound } from '#rooms/moderation/server/index.ts';
import { onFloor } from '../../floor-permissions.ts';
import { FoldLine } from '../../floor-words.ts';
import { findQuestion, floorAt } from './find-floor.ts';

/** Whoever runs the floor folds a question, by the number the hall calls it by; see the room of moderation. */
export const foldLine = describeAction(
  { name: 'gatherings.fold-line', input: FoldLine, permission: onFloor.moderate, repeat: 'once' },
  async (context, { slug, number, question, ...why }): Promise<{ foldId: string }> => {
    const floor = await floorAt(context, { slug, number });
    authorize(onFloor.moderate, context.actor, floor.subject);
    const { id } = await findQuestion(context, floor.at, question);
    return foldFound(context, await findThing(context, { slug, about: 'question', aboutId: id }), why);
  },
);
