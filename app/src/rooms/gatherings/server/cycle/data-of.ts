import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { onOwnAccount } from '#rooms/people/index.ts';

/** Where the person sits in forum cycles and what they said there, for "download my data". */
export async function dataOfCycle(context: Context, personId: string): Promise<Readonly<Record<string, unknown>>> {
  authorize(onOwnAccount.see, context.actor, { personId });
  const { db } = context;
  const tableSeats = await db
    .selectFrom('gatherings.tableSeat as s')
    .innerJoin('gatherings.workingTable as t', (join) =>
      join.onRef('t.communityId', '=', 's.communityId').onRef('t.id', '=', 's.tableId'),
    )
    .select(['s.communityId', 't.name', 's.since'])
    .where('s.personId', '=', personId)
    .execute();
  const moderatedTables = await db
    .selectFrom('gatherings.tableModerator as m')
    .innerJoin('gatherings.workingTable as t', (join) =>
      join.onRef('t.communityId', '=', 'm.communityId').onRef('t.id', '=', 'm.tableId'),
    )
    .select(['m.communityId', 't.name', 'm.namedAt', 'm.endedAt'])
    .where('m.personId', '=', personId)
    .execute();
  const ideas = await db
    .selectFrom('gatherings.idea')
    .select(['communityId', 'text', 'saidAt'])
    .where('saidBy', '=', personId)
    .execute();
  const workingGroups = await db
    .selectFrom('gatherings.workingGroupMember as m')
    .innerJoin('gatherings.workingGroup as g', (join) =>
      join.onRef('g.communityId', '=', 'm.communityId').onRef('g.id', '=', 'm.groupId'),
    )
    .select(['m.communityId', 'g.task', 'g.dueOn'])
    .where('m.personId', '=', personId)
    .execute();
  return { tableSeats, moderatedTables, ideas, workingGroups };
}
