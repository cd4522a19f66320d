import type { Context } from '#platform/context.ts';
import type { Facts } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import type { NewNotice } from '#rooms/messages/index.ts';
import type { Cycle, WorkingTable } from './find-cycle.ts';

/** A notice about a cycle or one of its tables, to be said when it is read. */
export function noticeOf(
  kind: string,
  of: { readonly community: Community; readonly cycle: Cycle; readonly table?: WorkingTable; readonly facts?: Facts },
): NewNotice {
  const { community, cycle, table, facts } = of;
  const path = table ? `/tables/${table.position}` : '';
  return {
    communityId: community.id,
    kind,
    about: table?.id ?? cycle.id,
    href: `/c/${community.slug}/gatherings/cycles/${cycle.number}${path}`,
    facts: { theme: cycle.theme, ...(table ? { table: table.name } : {}), ...facts },
  };
}

/** Everyone who sits at a table of the cycle, or at this one. */
export async function seatedIn(
  context: Context,
  { communityId, id }: Pick<Cycle, 'communityId' | 'id'>,
  tableId?: string,
): Promise<string[]> {
  let query = context.db
    .selectFrom('gatherings.tableSeat')
    .select('personId')
    .where('communityId', '=', communityId)
    .where('cycleId', '=', id);
  if (tableId) query = query.where('tableId', '=', tableId);
  return (await query.execute()).map(({ personId }) => personId);
}
