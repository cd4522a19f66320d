import type { Db } from '#platform/database/tables.ts';
import type { Attribute } from '../../words.ts';

/** Which of these attributes the person has answered already, "rather not say" included; what was said stays theirs. */
export async function answeredBy(
  db: Db,
  communityId: string,
  { personId, attributes }: { readonly personId: string; readonly attributes: readonly Attribute[] },
): Promise<Attribute[]> {
  if (attributes.length === 0) return [];
  const rows = await db
    .selectFrom('communities.attribute')
    .select('attribute')
    .where('communityId', '=', communityId)
    .where('personId', '=', personId)
    .where('attribute', 'in', [...attributes])
    .execute();
  return rows.map(({ attribute }) => attribute as Attribute);
}
