import type { Db } from '#platform/database/tables.ts';
import type { Charter } from '../../charter.ts';
import { mayAskFor } from '../../rules.ts';
import { ATTRIBUTES, type Attribute, USUAL_GROUPS } from '../../words.ts';
import { benchmarkOf, charterOf } from '../community/charter-of.ts';

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
      ...[...rules.inclusion.protected, ...rules.inclusion.subjects]
        .filter((line) => line.attribute === attribute)
        .map((line) => line.group),
    ]),
  ];
}

/** Every group that a charter may protect: of every attribute it may ask for. */
export async function charterGroups(
  db: Db,
  communityId: string,
): Promise<{ attribute: Attribute; groups: string[] }[]> {
  const { rules } = await charterOf(db, communityId);
  const asked = ATTRIBUTES.filter((attribute) => mayAskFor(rules, attribute));
  const all = await Promise.all(
    asked.map(async (attribute) => ({ attribute, groups: await groupsOf(db, communityId, { attribute, rules }) })),
  );
  return all.filter(({ groups }) => groups.length > 0);
}
