import { smallestShown, suppressRow } from '@sofra/counting';
import type { Db } from '#platform/database/tables.ts';
import type { Attribute } from '../../words.ts';

/** How many of the people said they are of this group. */
export interface GroupCount {
  readonly group: string;
  readonly count: number;
}

/**
 * What people said of themselves, only ever as sums: one line per group among `personIds`, the largest first.
 * Whoever said nothing or "rather not say" is counted in no group; the caller knows how many it asked about.
 * These sums are not yet fit to be shown: put them through `shownCounts`.
 */
export async function attributeCounts(
  db: Db,
  communityId: string,
  { personIds, attribute }: { readonly personIds: readonly string[]; readonly attribute: Attribute },
): Promise<GroupCount[]> {
  const counts = new Map<string, number>();
  for (let at = 0; at < personIds.length; at += 5_000) {
    const rows = await db
      .selectFrom('communities.attribute')
      .select((eb) => ['groupName as group', eb.fn.countAll<number>().as('count')])
      .where('communityId', '=', communityId)
      .where('attribute', '=', attribute)
      .where('groupName', 'is not', null)
      .where('personId', 'in', personIds.slice(at, at + 5_000))
      .groupBy('groupName')
      .execute();
    for (const { group, count } of rows) if (group) counts.set(group, (counts.get(group) ?? 0) + Number(count));
  }
  return [...counts]
    .map(([group, count]) => ({ group, count }))
    .sort((a, b) => b.count - a.count || (a.group < b.group ? -1 : 1));
}

/** A sum as it may be shown; null is hidden because so few people stand behind it. */
export interface ShownCount {
  readonly group: string;
  readonly count: number | null;
}

/**
 * The sums as they may be shown: k = 11 in public, 5 at the community's own desk, 11 everywhere for disability, ethnicity
 * and religion; with one hidden the next smallest is hidden too (docs: counting/methods/inclusion.md).
 * `asked` is how many people the sums were taken from; those who said nothing count as a group of their own.
 */
export function shownCounts(
  counts: readonly GroupCount[],
  {
    attribute,
    place,
    asked,
  }: { readonly attribute: Attribute; readonly place: 'desk' | 'public'; readonly asked: number },
): ShownCount[] {
  const said = counts.reduce((sum, { count }) => sum + count, 0);
  const row = [...counts.map(({ count }) => count), Math.max(0, asked - said)];
  const shown = suppressRow(row, smallestShown(place, [attribute]));
  return counts.map(({ group }, index) => ({ group, count: shown[index] ?? null }));
}
