import type { Db } from '#platform/database/tables.ts';
import { attributesNeeded } from '#rooms/communities/index.ts';
import { charterGroups, charterOf } from '#rooms/communities/server/index.ts';

/** The groups of which people here are asked whether they are of them; a rule on any other could never be known. */
export async function groupsAsked(db: Db, communityId: string): ReturnType<typeof charterGroups> {
  const { rules } = await charterOf(db, communityId);
  const asked = attributesNeeded(rules);
  return (await charterGroups(db, communityId)).filter(({ attribute }) => asked.includes(attribute));
}
