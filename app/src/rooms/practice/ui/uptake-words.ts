import type { Uptake } from '../words.ts';

/** The look of a badge that says what was made of a case; the icon tells them apart without colour. */
export const badgeOf = (how: Uptake): { readonly kind: 'done' | 'plain' | 'trouble'; readonly icon?: 'edit' } =>
  how === 'adopted' ? { kind: 'done' } : how === 'adapted' ? { kind: 'plain', icon: 'edit' } : { kind: 'trouble' };
