import type { Context } from '#platform/context.ts';
import type { Gathering } from '../calling/find-gathering.ts';

/** The forum a session belongs to, for the session's own page. */
export interface CycleOfSession {
  readonly number: number;
  readonly theme: string;
  readonly locale: string;
  /** The place of this session in it. */
  readonly position: number;
}

/** The cycle of which this gathering is a session; null for every other. */
export async function cycleOfSession(
  { db }: Context,
  { communityId, id, kind }: Pick<Gathering, 'communityId' | 'id' | 'kind'>,
): Promise<CycleOfSession | null> {
  if (kind !== 'forum-session') return null;
  const row = await db
    .selectFrom('gatherings.cycleSession as s')
    .innerJoin('gatherings.cycle as c', (join) =>
      join.onRef('c.communityId', '=', 's.communityId').onRef('c.id', '=', 's.cycleId'),
    )
    .select(['c.number', 'c.theme', 'c.locale', 's.position'])
    .where('s.communityId', '=', communityId)
    .where('s.gatheringId', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
