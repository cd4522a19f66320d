import type { RequestEvent } from '@sveltejs/kit';
import { Refusal } from '#platform/refusal.ts';

/** So many in so many seconds, with a bucket that fills steadily. */
export interface Pace {
  readonly most: number;
  readonly seconds: number;
}

const MOST_KEPT = 50_000;
const buckets = new Map<string, { left: number; at: number }>();

/**
 * Keeps what comes in great numbers at a bearable pace, in this process and without the database: for what is counted once
 * anyway (a "me too"), where a row per try would cost more than the thing itself. Throws a Refusal `too-many`.
 */
export function keepPace(key: string, { most, seconds }: Pace, now: number = performance.now()): void {
  const bucket = buckets.get(key) ?? { left: most, at: now };
  const left = Math.min(most, bucket.left + ((now - bucket.at) / 1000) * (most / seconds));
  if (left < 1) throw new Refusal('platform.too-many', { kind: 'too-many', facts: { minutes: 1 } });
  // The one that was used longest ago leaves first: it has filled up meanwhile.
  buckets.delete(key);
  buckets.set(key, { left: left - 1, at: now });
  if (buckets.size <= MOST_KEPT) return;
  const oldest = buckets.keys().next();
  if (!oldest.done) buckets.delete(oldest.value);
}

/** The address a request came from, for a pace. */
export const addressOf = (event: RequestEvent): string => event.getClientAddress();
