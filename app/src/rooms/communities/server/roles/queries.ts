import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { atDesk } from '../../permissions.ts';
import { ROLES, type Role } from '../../words.ts';
import { findCommunity } from '../community/find-community.ts';

/** Who holds a role, and who named them. */
export interface Holder {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly since: Date;
  readonly alone: boolean;
  readonly first: string;
  readonly second: string;
}

/** What the page of roles shows: holders by role, and people who may get one. */
export interface RolesPage {
  readonly holders: readonly Holder[];
  readonly people: readonly { readonly personId: string; readonly name: string }[];
  /** There is one steward, who names the second alone. */
  readonly oneSteward: boolean;
}

/** Who holds which role, and who may get one; for the desk. Throws a Refusal for anybody else. */
export async function showRoles(context: Context, slug: string): Promise<RolesPage> {
  const { id } = await findCommunity(context.db, slug);
  authorize(atDesk.open, context.actor, { id });
  const grants = await context.db
    .selectFrom('communities.roleGrant')
    .select(['personId', 'role', 'grantedAt', 'alone', 'grantedBy', 'secondedBy'])
    .where('communityId', '=', id)
    .where('endedAt', 'is', null)
    .orderBy('grantedAt')
    .execute();
  const members = await context.db
    .selectFrom('communities.membership')
    .select('personId')
    .where('communityId', '=', id)
    .where('leftAt', 'is', null)
    .execute();
  const theirs = await context.db
    .selectFrom('communities.communityOrganisation as belongs')
    .innerJoin('communities.organisationMember as m', 'm.organisationId', 'belongs.organisationId')
    .select('m.personId')
    .where('belongs.communityId', '=', id)
    .where('belongs.endedAt', 'is', null)
    .where('m.endedAt', 'is', null)
    .execute();
  const ids = [...members, ...theirs].map(({ personId }) => personId);
  const names = await personNames(context.db, [
    ...ids,
    ...grants.flatMap(({ personId, grantedBy, secondedBy }) => [personId, grantedBy, secondedBy ?? grantedBy]),
  ]);
  const name = (personId: string | null) => (personId ? (names.get(personId)?.name ?? '') : '');
  const holders = grants.map(({ personId, role, grantedAt, alone, grantedBy, secondedBy }) => ({
    personId,
    name: name(personId),
    role: role as Role,
    since: grantedAt,
    alone,
    first: name(grantedBy),
    second: name(secondedBy),
  }));
  const people = [...new Set(ids)].map((personId) => ({ personId, name: name(personId) }));
  return {
    holders: ROLES.flatMap((role) => holders.filter((holder) => holder.role === role)),
    people: people.sort((a, b) => context.language.compare(a.name, b.name)),
    oneSteward: grants.filter(({ role }) => role === 'steward').length === 1,
  };
}
