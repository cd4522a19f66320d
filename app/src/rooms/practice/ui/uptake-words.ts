import type { Uptake } from '../words.ts';

/** The look of a badge that says what was made of a case. */
export const badgeOf = (how: Uptake): 'done' | 'open' | 'trouble' =>
  how === 'adopted' ? 'done' : how === 'adapted' ? 'open' : 'trouble';
