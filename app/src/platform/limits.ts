import { sql } from 'kysely';
import type { Context } from './context.ts';
import { Refusal } from './refusal.ts';

/** At most so many in so many seconds, in fixed windows. */
export interface Limit {
  readonly most: number;
  readonly seconds: number;
}

/**
 * Counts one hit on a key (`people.code:+381…`) and throws a Refusal `too-many` with the minutes to wait once the window is full.
 * It counts in the caller's transaction, so a refused action is not counted: where a failed try must count, the action returns its no instead of throwing.
 */
export async function limit(context: Context, key: string, { most, seconds }: Limit): Promise<void> {
  const hits = await countHit(context, key, seconds);
  if (hits <= most) return;
  const into = Math.floor(context.now.getTime() / 1000) % seconds;
  throw new Refusal('platform.too-many', { kind: 'too-many', facts: { minutes: Math.ceil((seconds - into) / 60) } });
}

/** Counts one hit and returns how many there are in this window, this one included. */
async function countHit(context: Pick<Context, 'db' | 'now'>, key: string, seconds: number): Promise<number> {
  return (await countHits(context, [key], seconds)).get(key) ?? 0;
}

/** Counts a hit for each key (one that stands twice gets two) and returns how many there are in this window. */
export async function countHits(
  context: Pick<Context, 'db' | 'now'>,
  keys: readonly string[],
  seconds: number,
): Promise<Map<string, number>> {
  const windowStartsAt = new Date(Math.floor(context.now.getTime() / 1000 / seconds) * seconds * 1000);
  const counted = new Map<string, number>();
  for (const key of keys) counted.set(key, (counted.get(key) ?? 0) + 1);
  if (counted.size === 0) return counted;
  const rows = await context.db
    .insertInto('platform.limitHit')
    // In one order everywhere, so that two transactions wait for each other and not in a circle.
    .values([...counted].sort().map(([key, hits]) => ({ key, windowStartsAt, hits })))
    .onConflict((conflict) =>
      conflict
        .columns(['key', 'windowStartsAt'])
        .doUpdateSet({ hits: sql<number>`platform.limit_hit.hits + excluded.hits` }),
    )
    .returning(['key', 'hits'])
    .execute();
  return new Map(rows.map(({ key, hits }) => [key, hits]));
}
