import { sql } from 'kysely';
import { statement } from '#platform/database/statement.ts';
import type { Db } from '#platform/database/tables.ts';

/**
 * Every role a person holds now: community id → roles (`member` by membership, the rest by grant) and
 * organisation id → roles; beside it the names of the organisations the person may act for.
 */
export async function rolesOfPerson(
  db: Db,
  personId: string,
): Promise<{ roles: Map<string, string[]>; organisations: Map<string, string> }> {
  const rows = await held(db, { personId });
  const roles = new Map<string, string[]>();
  const organisations = new Map<string, string>();
  for (const { scopeId, role, name } of rows) {
    roles.set(scopeId, [...(roles.get(scopeId) ?? []), role]);
    if (name !== null) organisations.set(scopeId, name);
  }
  return { roles, organisations };
}

/** One question, because every request of somebody signed in asks it. */
const held = statement((db, { personId }: { personId: string }) =>
  db
    .selectFrom('communities.membership')
    .select(['communityId as scopeId', sql<string>`'member'`.as('role'), sql<string | null>`null`.as('name')])
    .where('personId', '=', personId)
    .where('leftAt', 'is', null)
    .unionAll(
      db
        .selectFrom('communities.roleGrant')
        .select(['communityId as scopeId', 'role', sql<string | null>`null`.as('name')])
        .where('personId', '=', personId)
        .where('endedAt', 'is', null),
    )
    .unionAll(
      db
        .selectFrom('communities.organisationMember as m')
        .innerJoin('communities.organisation as o', 'o.id', 'm.organisationId')
        .select(['o.id as scopeId', 'm.role', 'o.name'])
        .where('m.personId', '=', personId)
        .where('m.endedAt', 'is', null),
    ),
);
