import type { Db } from '#platform/database/tables.ts';
import type { GroupResult, PaperGroup } from '../../inclusion-words.ts';

interface InDecision {
  readonly communityId: string;
  readonly decisionId: string;
}

/** Writes the groups a paper names, in place of what stood there. */
export async function savePaperGroups(db: Db, key: InDecision, groups: readonly PaperGroup[]): Promise<void> {
  const { communityId, decisionId } = key;
  await db
    .deleteFrom('decisions.paperGroup')
    .where('communityId', '=', communityId)
    .where('decisionId', '=', decisionId)
    .execute();
  if (groups.length === 0) return;
  const rows = groups.map(({ group, ...rest }) => ({ ...key, ...rest, groupName: group }));
  await db
    .insertInto('decisions.paperGroup')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Writes that the vote goes on because these rules were missed; false when it went on once already. */
export async function saveGoingOn(
  db: Db,
  going: InDecision & {
    readonly extendedAt: Date;
    readonly earlierClosesAt: Date;
    readonly closesAt: Date;
    readonly missed: readonly Pick<GroupResult, 'rule' | 'attribute' | 'group' | 'needed'>[];
  },
): Promise<boolean> {
  const { missed, ...rest } = going;
  const written = await db
    .insertInto('decisions.extension')
    .values({ ...rest, extendedBy: null, why: null, missed: JSON.stringify(missed) })
    .onConflict((conflict) => conflict.columns(['communityId', 'decisionId']).doNothing())
    .returning('decisionId')
    .executeTakeFirst();
  return written !== undefined;
}

/** Writes how a whole group was invited. */
export async function saveOutreach(
  db: Db,
  outreach: InDecision & {
    readonly id: string;
    readonly attribute: string;
    readonly group: string;
    readonly words: string;
    readonly notedBy: string;
    readonly notedAt: Date;
  },
): Promise<void> {
  const { group, ...rest } = outreach;
  await db
    .insertInto('decisions.outreach')
    .values({ ...rest, groupName: group })
    .execute();
}

/** Keeps the sums of a touched group from sealing until the count. */
export async function saveTouchedSums(
  db: Db,
  key: InDecision,
  sums: readonly { attribute: string; group: string; ballots: number; approving: readonly number[] }[],
): Promise<void> {
  if (sums.length === 0) return;
  const rows = sums.map(({ group, approving, ...rest }) => ({
    ...key,
    ...rest,
    groupName: group,
    approving: JSON.stringify(approving),
  }));
  await db.insertInto('decisions.touchedSum').values(rows).execute();
}

/** Throws the sums of touched groups away: what came of the rule is in the outcome. */
export async function forgetTouchedSums(db: Db, { communityId, decisionId }: InDecision): Promise<void> {
  await db
    .deleteFrom('decisions.touchedSum')
    .where('communityId', '=', communityId)
    .where('decisionId', '=', decisionId)
    .execute();
}
