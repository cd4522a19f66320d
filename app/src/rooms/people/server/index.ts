import type { Db } from '#platform/database/tables.ts';
import type { Room } from '#platform/room.ts';
import { peopleTables } from '../tables.ts';

/** Who stands behind a session cookie; undefined when it opens nothing. */
export async function findSession(
  _db: Db,
  _cookie: string,
  _now: Date,
): Promise<
  { personId: string; sessionId: string; name: string; locale: string; actingForId?: string } | undefined
> {
  return undefined;
}

export const peopleRoom: Room = {
  name: 'people',
  actions: [],
  permissions: [],
  listeners: [],
  ticks: [],
  tables: peopleTables,
};
