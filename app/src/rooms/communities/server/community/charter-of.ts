import type { Db } from '#platform/database/tables.ts';
import { notFound } from '#platform/refusal.ts';
import { Charter, type WrittenCharter } from '../../charter.ts';

const parse = (row: {
  version: number;
  rules: unknown;
  writtenAt: Date;
  writtenBy: string;
  why: string;
}): WrittenCharter => ({ ...row, rules: Charter.parse(row.rules) });

/**
 * The rules in force: the highest version, or the one that is asked for, as it was when something began under it. Throws a
 * Refusal `not-found` where there is no such community.
 */
export async function charterOf(db: Db, communityId: string, version?: number): Promise<WrittenCharter> {
  let query = db
    .selectFrom('communities.charter')
    .select(['version', 'rules', 'writtenAt', 'writtenBy', 'why'])
    .where('communityId', '=', communityId);
  if (version !== undefined) query = query.where('version', '=', version);
  return parse(
    await query
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow(() => notFound()),
  );
}

/** How many months each community keeps what it keeps for a while only, by its charter in force. */
export async function monthsKept(db: Db): Promise<{ communityId: string; months: number }[]> {
  const rows = await db
    .selectFrom('communities.charter')
    .distinctOn('communityId')
    .select(['communityId', 'rules'])
    .orderBy('communityId')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ communityId, rules }) => ({ communityId, months: Charter.parse(rules).keptMonths }));
}

/** Every version, the newest first. */
export async function chartersOf(db: Db, communityId: string): Promise<WrittenCharter[]> {
  const rows = await db
    .selectFrom('communities.charter')
    .select(['version', 'rules', 'writtenAt', 'writtenBy', 'why'])
    .where('communityId', '=', communityId)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(parse);
}

/** One line of the population benchmark: this share of the people is of this group, says this source. */
export interface BenchmarkLine {
  readonly attribute: string;
  readonly group: string;
  /** In hundredths of a percent: 10,000 is everyone. */
  readonly share: number;
  readonly source: string;
  readonly year: number;
}

/** Who lives here, by attribute and group, against which representation is measured; the largest group first. */
export function benchmarkOf(db: Db, communityId: string): Promise<BenchmarkLine[]> {
  return db
    .selectFrom('communities.benchmark')
    .select(['attribute', 'groupName as group', 'share', 'source', 'year'])
    .where('communityId', '=', communityId)
    .orderBy('attribute')
    .orderBy('share', 'desc')
    .orderBy('groupName')
    .execute();
}
