import type { Db } from '#platform/database/tables.ts';
import type { Charter } from '../../charter.ts';
import { type Attribute, USUAL_GROUPS } from '../../words.ts';
import { benchmarkOf } from '../community/charter-of.ts';

/** The groups a person may choose from: the usual ones, those of the benchmark, those that the charter protects. */
export async function groupsOf(
  db: Db,
  communityId: string,
  { attribute, rules }: { readonly attribute: Attribute; readonly rules: Charter },
): Promise<string[]> {
  const lines = await benchmarkOf(db, communityId);
  return [
    ...new Set([
      ...(USUAL_GROUPS[attribute] ?? []),
      ...lines.filter((line) => line.attribute === attribute).map((line) => line.group),
      ...rules.inclusion.protected.filter((line) => line.attribute === attribute).map((line) => line.group),
    ]),
  ];
}
