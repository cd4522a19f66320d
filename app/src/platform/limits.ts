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
export async function countHit(context: Pick<Context, 'db' | 'now'>, key: string, seconds: number): Promise<number> {
  const start = new Date(Math.floor(context.now.getTime() / 1000 / seconds) * seconds * 1000);
  const row = await context.db
    .insertInto('platform.limitHit')
    .values({ key, windowStartsAt: start, hits: 1 })
    .onConflict((conflict) =>
      conflict.columns(['key', 'windowStartsAt']).doUpdateSet({ hits: sql<number>`platform.limit_hit.hits + 1` }),
    )
    .returning('hits')
    .executeTakeFirstOrThrow();
  return row.hits;
}
