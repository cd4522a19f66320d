import type { Context } from '#platform/context.ts';
import { peopleWithRole } from '#rooms/communities/server/index.ts';
import type { Gathering } from '../calling/find-gathering.ts';

/** Who writes the report: the rapporteurs of the gathering, or the facilitators while it has none. */
export async function rapporteursOf(
  { db }: Context,
  { communityId, id }: Pick<Gathering, 'communityId' | 'id'>,
): Promise<string[]> {
  const rows = await db
    .selectFrom('gatherings.role')
    .select('personId')
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', id)
    .where('role', '=', 'rapporteur')
    .where('endedAt', 'is', null)
    .execute();
  if (rows.length > 0) return rows.map(({ personId }) => personId);
  return peopleWithRole(db, communityId, 'facilitator');
}
