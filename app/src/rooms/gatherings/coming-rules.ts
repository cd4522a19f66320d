import type { Answer } from '#platform/refusal.ts';
import { type Standing, stateOf } from './rules.ts';

/** May somebody be entered? For oneself until the day that the call says, for another until the end. */
export function mayRegister(
  gathering: Standing & { readonly registrationUntil: Date | null },
  { now, by }: { readonly now: Date; readonly by: 'oneself' | 'helper' },
): Answer {
  const state = stateOf(gathering, now);
  if (state === 'called-off') return { no: 'coming.called-off' };
  if (state === 'over') return { no: 'coming.over' };
  const { registrationUntil } = gathering;
  return by === 'oneself' && registrationUntil && now > registrationUntil ? { no: 'coming.closed' } : 'yes';
}

/** Somebody who waits for a place. */
export interface Waiting {
  readonly id: string;
  readonly registeredAt: Date;
  /** At how many of the last gatherings here they were. */
  readonly attended: number;
}

/**
 * The order in which those who wait get places that come free: whoever was at fewer of the last gatherings first, among
 * those whoever has waited longest, then by id. The same facts always give the same order.
 */
export function orderOfWaiting<One extends Waiting>(waiting: readonly One[]): One[] {
  return [...waiting].sort(
    (a, b) =>
      a.attended - b.attended ||
      a.registeredAt.getTime() - b.registeredAt.getTime() ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}
