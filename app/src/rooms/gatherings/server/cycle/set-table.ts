import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { nextNumber } from '#rooms/communities/server/index.ts';
import { onCycle } from '../../cycle-permissions.ts';
import { roomForTable } from '../../cycle-rules.ts';
import { MOST_TABLES, SetTable } from '../../cycle-words.ts';
import { findCycle, tablesOf } from './find-cycle.ts';
import { reseatChoices } from './seating.ts';
import { saveTable } from './store.ts';

/** Sets one more working table by interest, ten that vote at most. Returns its place. */
export const setTable = describeAction(
  { name: 'gatherings.set-table', input: SetTable, permission: onCycle.arrange, repeat: 'once' },
  async (context, { name, about, ...at }): Promise<{ position: number }> => {
    const { cycle } = await findCycle(context, at);
    const { communityId, id: cycleId } = cycle;
    authorize(onCycle.arrange, context.actor, { communityId });
    const tables = await tablesOf(context, cycle);
    insist(roomForTable(tables.filter(({ kind }) => kind !== 'organisers').length, MOST_TABLES));
    if (tables.some((table) => table.name.toLowerCase() === name.toLowerCase()))
      throw new Refusal('cycle.same-table', { fields: { name: { key: 'cycle.refusal.same-table' } } });
    const position = Math.max(...tables.map((table) => table.position)) + 1;
    const number = await nextNumber(context, communityId);
    const table = {
      communityId,
      cycleId,
      position,
      number,
      kind: 'interest',
      name,
      about,
      organisationId: null,
    } as const;
    await saveTable(context, { ...table, id: context.newId() });
    await reseatChoices(context, cycle);
    context.announce({ kind: 'gatherings.table-set', communityId, cycleId, position });
    return { position };
  },
);
