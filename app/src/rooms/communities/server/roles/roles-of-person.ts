import type { Db } from '#platform/database/tables.ts';

/**
 * Every role a person holds now: community id → roles (`member` by membership, the rest by grant) and
 * organisation id → roles; beside it the names of the organisations the person may act for.
 */
export async function rolesOfPerson(
  db: Db,
  personId: string,
): Promise<{ roles: Map<string, string[]>; organisations: Map<string, string> }> {
  const [memberships, grants, organisationRows] = await Promise.all([
    db
      .selectFrom('communities.membership')
      .select('communityId')
      .where('personId', '=', personId)
      .where('leftAt', 'is', null)
      .execute(),
    db
      .selectFrom('communities.roleGrant')
      .select(['communityId', 'role'])
      .where('personId', '=', personId)
      .where('endedAt', 'is', null)
      .execute(),
    db
      .selectFrom('communities.organisationMember as m')
      .innerJoin('communities.organisation as o', 'o.id', 'm.organisationId')
      .select(['o.id', 'o.name', 'm.role'])
      .where('m.personId', '=', personId)
      .where('m.endedAt', 'is', null)
      .execute(),
  ]);
  const roles = new Map<string, string[]>();
  const grant = (scopeId: string, role: string) => roles.set(scopeId, [...(roles.get(scopeId) ?? []), role]);
  for (const { communityId } of memberships) grant(communityId, 'member');
  for (const { communityId, role } of grants) grant(communityId, role);
  for (const { id, role } of organisationRows) grant(id, role);
  return { roles, organisations: new Map(organisationRows.map(({ id, name }) => [id, name])) };
}
