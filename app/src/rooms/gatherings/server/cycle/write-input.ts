import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { onCycle } from '../../cycle-permissions.ts';
import { WriteInput } from '../../cycle-words.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { findCycle, subjectOf, tableAt } from './find-cycle.ts';
import { saveInput } from './store.ts';

/** Writes down what an expert brought, for one table or for all. */
export const writeInput = describeAction(
  { name: 'gatherings.write-input', input: WriteInput, permission: onCycle.write, repeat: 'once' },
  async (context, { slug, number, table: position, ...input }): Promise<{ id: string }> => {
    const { cycle } = await findCycle(context, { slug, number });
    const { communityId, id: cycleId } = cycle;
    const table = position === undefined ? undefined : await tableAt(context, cycle, position);
    authorize(onCycle.write, context.actor, table ? await subjectOf(context, table) : { communityId });
    const enteredBy = insistOnPerson(context);
    const id = context.newId();
    const written = { communityId, id, cycleId, tableId: table?.id ?? null, ...input };
    await saveInput(context.db, { ...written, enteredBy, enteredAt: context.now });
    context.announce({ kind: 'gatherings.input-written', communityId, cycleId });
    return { id };
  },
);
