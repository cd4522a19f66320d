import { effective, hhi } from '../spread.ts';

/** Measure P4: how concentrated the money of a partnership is. */
export interface FundingConcentration {
  readonly hhi: number;
  /** 1 ÷ hhi, in partners. */
  readonly effectivePartners: number;
  /** Partners counted, those with nothing included. */
  readonly partners: number;
  /** Whether effective ÷ partners is below the threshold. */
  readonly signal: boolean;
}

/**
 * Measure P4 from the funds that reached each partner (any one currency, none negative).
 * The threshold 0.5 is ours, not a norm of the sector; a community may set its own. Errors as in `spread`.
 */
export function fundingConcentration(funds: readonly number[], threshold = 0.5): FundingConcentration {
  const effectivePartners = effective(funds);
  return {
    hhi: hhi(funds),
    effectivePartners,
    partners: funds.length,
    signal: effectivePartners / funds.length < threshold,
  };
}
