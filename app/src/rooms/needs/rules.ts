import type { Answer } from '#platform/refusal.ts';
import type { NeedState } from './words.ts';

/** Days after which a need that nobody touched is asked about again. */
export const ASK_AGAIN_AFTER_DAYS = 120;
/** A visit that ended longer ago than this counts as another one. */
export const VISIT_MINUTES = 30;

/** States that are still open: somebody may wait for something. */
export const OPEN_STATES: readonly NeedState[] = ['raised', 'taken-up', 'still-needed'];

/** A new state says something new; "raised" is only the beginning. */
export function mayBecome(from: NeedState, to: NeedState): Answer {
  if (to === 'raised') return { no: 'needs.not-raised-twice' };
  return from === to ? { no: 'needs.same-state' } : 'yes';
}

/** While it is open and not folded, a need is its author's to reword or to take back. */
export function mayReword({ state, folded }: { readonly state: NeedState; readonly folded: boolean }): Answer {
  if (folded) return { no: 'needs.folded-now' };
  return OPEN_STATES.includes(state) ? 'yes' : { no: 'needs.not-open' };
}

/** Words beside a "me too" that are folded are not said again otherwise until that is decided; standing behind it needs none. */
export const mayAddWords = ({ words, folded }: { readonly words: string; readonly folded: boolean }): Answer =>
  folded && words !== '' ? { no: 'needs.words-folded' } : 'yes';

/** What a merge looks at, of both needs. */
export interface MergeFacts {
  readonly same: boolean;
  /** One of them stands inside another need already. */
  readonly inside: boolean;
  /** Others stand inside the one that is to go. */
  readonly holds: boolean;
}

/** Needs merge one step deep, so that parting them is always one step too. */
export function mayMerge({ same, inside, holds }: MergeFacts): Answer {
  if (same) return { no: 'needs.same-need' };
  if (inside) return { no: 'needs.merged-already' };
  return holds ? { no: 'needs.holds-others' } : 'yes';
}
