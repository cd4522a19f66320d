import type { Db } from '#platform/database/tables.ts';

/** How many keepers open the private door. */
const KEEPERS = 2;

/**
 * The two people whom the community named to hear what is not for the forum (harm.md 5). Empty until there are two:
 * then the door is not shown. Never a public body's person and never a donor's, even when they became one later.
 */
export async function privateDoorKeepers(db: Db, communityId: string): Promise<string[]> {
  const named = await db
    .selectFrom('communities.roleGrant')
    .select('personId')
    .where('communityId', '=', communityId)
    .where('role', '=', 'keeper')
    .where('endedAt', 'is', null)
    .orderBy('grantedAt')
    .execute();
  const barred = await peopleOfPower(
    db,
    communityId,
    named.map(({ personId }) => personId),
  );
  const keepers = named.map(({ personId }) => personId).filter((personId) => !barred.has(personId));
  return keepers.length < KEEPERS ? [] : keepers.slice(0, KEEPERS);
}

/** Those of `personIds` who are a public body's or a donor's: officials here, or members of such an organisation anywhere. */
export async function peopleOfPower(db: Db, communityId: string, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const officials = await db
    .selectFrom('communities.roleGrant')
    .select('personId')
    .where('communityId', '=', communityId)
    .where('role', '=', 'official')
    .where('endedAt', 'is', null)
    .where('personId', 'in', [...personIds])
    .execute();
  const theirs = await db
    .selectFrom('communities.organisationMember as m')
    .innerJoin('communities.organisation as o', 'o.id', 'm.organisationId')
    .select('m.personId')
    .where('m.endedAt', 'is', null)
    .where('o.kind', 'in', ['municipality', 'donor'])
    .where('m.personId', 'in', [...personIds])
    .execute();
  return new Set([...officials, ...theirs].map(({ personId }) => personId));
}

/** Where to turn when it can't wait, as the community entered it. */
export function helpLines(
  db: Db,
  communityId: string,
): Promise<{ id: string; name: string; contact: string; hours: string }[]> {
  return db
    .selectFrom('communities.helpLine')
    .select(['id', 'name', 'contact', 'hours'])
    .where('communityId', '=', communityId)
    .where('endedAt', 'is', null)
    .orderBy('enteredAt')
    .execute();
}
