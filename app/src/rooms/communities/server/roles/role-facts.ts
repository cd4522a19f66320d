import type { Context } from '#platform/context.ts';
import type { Db } from '#platform/database/tables.ts';
import { notFound } from '#platform/refusal.ts';
import type { RoleFacts } from '../../rules.ts';
import type { Role } from '../../words.ts';
import { isMemberSince, peopleWithRole } from '../membership/members-of.ts';
import { peopleOfPower } from './private-door.ts';

/** What the rules must know of somebody who is to get a role. */
export async function roleFacts(context: Context, communityId: string, personId: string): Promise<RoleFacts> {
  const { db, now } = context;
  const held = await db
    .selectFrom('communities.roleGrant')
    .select('role')
    .where('communityId', '=', communityId)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute();
  return {
    isMember: await isMemberSince(db, { communityId, personId, since: now }),
    roles: held.map(({ role }) => role),
    ofPower: (await peopleOfPower(db, communityId, [personId])).has(personId),
    keepers: (await peopleWithRole(db, communityId, 'keeper')).length,
  };
}

/** A change of roles that waits. Throws a Refusal `not-found` when it is not there or closed. */
export async function findRoleChange(context: Context, communityId: string, changeId: string) {
  const row = await context.db
    .selectFrom('communities.roleChange')
    .select(['id', 'change', 'personId', 'role', 'successorId', 'proposedBy'])
    .where('communityId', '=', communityId)
    .where('id', '=', changeId)
    .where('closedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('communities.change-closed');
  return { ...row, role: row.role as Role };
}

/** The id of the change of roles that waits for this person. Throws when none does. */
export async function waitingRoleChange(db: Db, communityId: string, personId: string): Promise<string> {
  const { id } = await db
    .selectFrom('communities.roleChange')
    .select('id')
    .where('communityId', '=', communityId)
    .where('personId', '=', personId)
    .where('closedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return id;
}
