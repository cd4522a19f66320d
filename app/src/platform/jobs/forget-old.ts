import { sql } from 'kysely';
import type { House } from '../house.ts';
import { AS_COMMUNITY_SAYS, type RegisteredTable } from '../register.ts';
import { platformTables } from '../tables.ts';

const DAY_MS = 86_400_000;
const EVERY_MS = 3_600_000;
const lastDone = new WeakMap<House, number>();

/** The milliseconds of a plain period (`P90D`, `P1Y`); undefined where the register says it in other words. */
export function periodOf(retention: string): number | undefined {
  const [, count, unit] = /^P(\d+)([DY])$/.exec(retention) ?? [];
  return count === undefined ? undefined : Number(count) * (unit === 'Y' ? 365 : 1) * DAY_MS;
}

/** The moment so many calendar months before another. */
export function monthsBefore(moment: Date, months: number): Date {
  const before = new Date(moment);
  before.setUTCMonth(before.getUTCMonth() - months);
  // The 31st of a month that has none would slip into the next one: a day longer, never shorter.
  return before.getUTCDate() === moment.getUTCDate()
    ? before
    : new Date(before.getTime() - before.getUTCDate() * DAY_MS);
}

/**
 * Deletes what the register keeps for a plain period only and is older than that, and of each community what it says is kept no
 * longer; looked at once an hour.
 */
export async function forgetOld(house: House): Promise<void> {
  const now = house.now().getTime();
  if (now - (lastDone.get(house) ?? 0) < EVERY_MS) return;
  lastDone.set(house, now);
  const lines = [...platformTables, ...house.rooms.flatMap(({ tables }) => tables)];
  for (const line of lines) await forgetIn(house, line);
  for (const { keeps } of house.rooms)
    for (const { communityId, months } of (await keeps?.(house.database.db)) ?? [])
      for (const line of lines) await forgetOf(house, line, { communityId, before: monthsBefore(house.now(), months) });
}

async function forgetIn(house: House, { table, retention, agedBy }: RegisteredTable): Promise<void> {
  const period = periodOf(retention);
  if (period === undefined || !agedBy) return;
  const before = new Date(house.now().getTime() - period);
  await sql`delete from ${sql.id(...table.split('.'))} where ${sql.id(agedBy)} < ${before}`.execute(house.database.db);
}

/** What a community keeps for a while only goes when its own time is over, though the period of the register be longer. */
async function forgetOf(
  house: House,
  { table, distribution, retention, agedBy }: RegisteredTable,
  { communityId, before }: { readonly communityId: string; readonly before: Date },
): Promise<void> {
  const ends = retention === AS_COMMUNITY_SAYS || periodOf(retention) !== undefined;
  if (distribution !== 'community' || !agedBy || !ends) return;
  const old = sql`community_id = ${communityId} and ${sql.id(agedBy)} < ${before}`;
  await sql`delete from ${sql.id(...table.split('.'))} where ${old}`.execute(house.database.db);
}
