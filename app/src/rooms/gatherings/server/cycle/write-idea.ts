import { describeAction } from '#platform/action.ts';
import { limit } from '#platform/limits.ts';
import { authorize, may } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { onCycle } from '../../cycle-permissions.ts';
import { WriteIdea } from '../../cycle-words.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { findCycle, seatIn, subjectOf, tableAt } from './find-cycle.ts';
import { saveIdea } from './store.ts';

/**
 * Puts an idea on the table one sits at, with one's name or without. Moderators and the desk write down what was said at a table
 * they help; such an idea bears no name.
 */
export const writeIdea = describeAction(
  { name: 'gatherings.write-idea', input: WriteIdea, permission: onCycle.say, repeat: 'once' },
  async (context, { slug, number, table: position, text, locale, named }): Promise<{ id: string }> => {
    const { cycle } = await findCycle(context, { slug, number });
    const { communityId } = cycle;
    const table = await tableAt(context, cycle, position);
    authorize(onCycle.say, context.actor, { communityId });
    const personId = insistOnPerson(context);
    await limit(context, `gatherings.idea:${personId}`, { most: 60, seconds: 86_400 });
    const sits = (await seatIn(context, cycle, personId)) === table.id;
    const helps = may(onCycle.write, context.actor, await subjectOf(context, table));
    if (!sits && !helps) throw new Refusal('cycle.sit-first');
    const id = context.newId();
    const who = sits ? { saidBy: named ? personId : null, enteredBy: null } : { saidBy: null, enteredBy: personId };
    await saveIdea(context.db, { communityId, id, tableId: table.id, text, locale, ...who, saidAt: context.now });
    context.announce({ kind: 'gatherings.idea-written', communityId, cycleId: cycle.id, tableId: table.id });
    return { id };
  },
);
