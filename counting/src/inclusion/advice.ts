/** Measure I7: whether another rule would leave more room for women's voices, and why. */
export interface RuleAdvice {
  /** Rules and practices to suggest, the first first; empty when nothing needs to change. */
  readonly suggest: readonly ('consent' | 'unanimity' | 'round-robin')[];
  readonly reason: 'few-women-under-majority' | 'few-women-under-unanimity' | 'half-or-more-women' | 'not-known';
  /** Women ÷ deciding people whose gender is known; null when none is. */
  readonly share: number | null;
}

/**
 * Measure I7. Karpowitz, Mendelberg & Shaker 2012: the gap in voice closes under unanimity with few women or under majority with many;
 * with many women majority is fine. "Few" is fewer than half of those deciding, which is ours and not a norm of the sector.
 */
export function adviseRule(
  deciding: { readonly women: number; readonly others: number },
  rule: 'majority' | 'consent' | 'unanimity',
): RuleAdvice {
  const known = deciding.women + deciding.others;
  if (known === 0) return { suggest: [], reason: 'not-known', share: null };
  const share = deciding.women / known;
  if (deciding.women * 2 >= known) return { suggest: [], reason: 'half-or-more-women', share };
  if (rule === 'majority') {
    return { suggest: ['consent', 'unanimity', 'round-robin'], reason: 'few-women-under-majority', share };
  }
  return { suggest: ['round-robin'], reason: 'few-women-under-unanimity', share };
}
