import type { Db } from '#platform/database/tables.ts';
import type { Attribute } from '#rooms/communities/index.ts';
import { charterOf } from '#rooms/communities/server/index.ts';
import { type GroupRule, groupRulesOf, type PaperGroup } from '../../inclusion-words.ts';

interface OfDecision {
  readonly communityId: string;
  readonly id: string;
  readonly imported: boolean;
  /** Once it is open it keeps the rules it opened with. */
  readonly charterVersion: number | null;
}

/** The rules on groups that bind a decision: of the charter it opened with, and what its paper adds. An import has none. */
export async function groupRulesFor(db: Db, decision: OfDecision): Promise<GroupRule[]> {
  if (decision.imported) return [];
  const [{ rules }, added] = await Promise.all([
    charterOf(db, decision.communityId, decision.charterVersion ?? undefined),
    paperGroupsOf(db, decision),
  ]);
  return groupRulesOf(rules, added);
}

/** The groups that the paper itself names. */
export async function paperGroupsOf(
  db: Db,
  { communityId, id }: { readonly communityId: string; readonly id: string },
): Promise<PaperGroup[]> {
  const rows = await db
    .selectFrom('decisions.paperGroup')
    .select(['rule', 'attribute', 'groupName as group', 'subject'])
    .where('communityId', '=', communityId)
    .where('decisionId', '=', id)
    .orderBy('attribute')
    .orderBy('groupName')
    .execute();
  return rows.map((row) => ({
    ...row,
    rule: row.rule as PaperGroup['rule'],
    attribute: row.attribute as Attribute,
  }));
}
