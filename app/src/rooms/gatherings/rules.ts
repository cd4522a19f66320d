import type { Answer } from '#platform/refusal.ts';
import type { GatheringState } from './words.ts';

/** What says where a gathering stands. */
export interface Standing {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly calledOffAt: Date | null;
}

/** Where a gathering stands at a moment: nothing is stored that the clock can say. */
export function stateOf({ startsAt, endsAt, calledOffAt }: Standing, now: Date): GatheringState {
  if (calledOffAt) return 'called-off';
  if (now < startsAt) return 'called';
  return now < endsAt ? 'under-way' : 'over';
}

/** The call may be changed until the end has passed, unless it was called off. */
export function mayBeRevised(standing: Standing, now: Date): Answer {
  const state = stateOf(standing, now);
  if (state === 'called-off') return { no: 'gatherings.called-off' };
  return state === 'over' ? { no: 'gatherings.is-over' } : 'yes';
}
