import { sql } from 'kysely';
import type { House } from '../house.ts';
import type { RegisteredTable } from '../register.ts';
import { platformTables } from '../tables.ts';

const DAY_MS = 86_400_000;
const EVERY_MS = 3_600_000;
const lastDone = new WeakMap<House, number>();

/** The milliseconds of a plain period (`P90D`, `P1Y`); undefined where the register says it in other words. */
export function periodOf(retention: string): number | undefined {
  const [, count, unit] = /^P(\d+)([DY])$/.exec(retention) ?? [];
  return count === undefined ? undefined : Number(count) * (unit === 'Y' ? 365 : 1) * DAY_MS;
}

/** Deletes what the register keeps for a plain period only and is older than that; looked at once an hour. */
export async function forgetOld(house: House): Promise<void> {
  const now = house.now().getTime();
  if (now - (lastDone.get(house) ?? 0) < EVERY_MS) return;
  lastDone.set(house, now);
  for (const line of [...platformTables, ...house.rooms.flatMap(({ tables }) => tables)]) await forgetIn(house, line);
}

async function forgetIn(house: House, { table, retention, agedBy }: RegisteredTable): Promise<void> {
  const period = periodOf(retention);
  if (period === undefined || !agedBy) return;
  const before = new Date(house.now().getTime() - period);
  await sql`delete from ${sql.id(...table.split('.'))} where ${sql.id(agedBy)} < ${before}`.execute(house.database.db);
}
