import { CountingError } from './outcome.ts';

/** How unevenly a total is shared among its holders. Floats for display; nothing is decided by their last digit. */
export interface Spread {
  /** 0 when all hold the same, towards 1 when one holds everything. */
  readonly gini: number;
  /** Sum of the squared shares: 1 when one holds everything, 1/n when all hold the same. */
  readonly hhi: number;
  /** 1 ÷ hhi: as many equal holders would give the same hhi. */
  readonly effective: number;
  /** exp(Shannon entropy of the shares): as many equally heard voices would give the same entropy. */
  readonly effectiveVoices: number;
  /** The largest share. */
  readonly top: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The shares in ascending order, so that figures never depend on the order of the holders. */
function shares(numbers: readonly number[]): number[] {
  const wrong = numbers.find((number) => !Number.isFinite(number) || number < 0);
  if (wrong !== undefined) throw new CountingError('not-an-amount', { amount: String(wrong) });
  const ascending = [...numbers].sort((a, b) => a - b);
  const largest = ascending.at(-1) ?? 0;
  if (largest === 0) throw new CountingError('nothing-to-share', { holders: numbers.length });
  const scaled = ascending.map((number) => number / largest);
  const total = sum(scaled);
  return scaled.map((number) => number / total);
}

/** Gini = Σ(2i − n − 1)xᵢ ÷ (n Σx) over ascending x (measure I6). */
export function gini(numbers: readonly number[]): number {
  const n = numbers.length;
  return sum(shares(numbers).map((share, index) => (2 * (index + 1) - n - 1) * share)) / n;
}

/** Herfindahl–Hirschman index, Σ share² (measure P4). */
export const hhi = (numbers: readonly number[]): number => sum(shares(numbers).map((share) => share * share));

/** 1 ÷ hhi: the effective number of holders (Laakso & Taagepera 1979). */
export const effective = (numbers: readonly number[]): number => 1 / hhi(numbers);

/** exp(−Σ share·ln share): the effective number of voices (measure I6). */
export const effectiveVoices = (numbers: readonly number[]): number =>
  Math.exp(-sum(shares(numbers).map((share) => (share === 0 ? 0 : share * Math.log(share)))));

/** The share of whoever holds most, from 0 to 1. Throws the CountingErrors of `spread`. */
export const top = (numbers: readonly number[]): number => shares(numbers).at(-1) ?? 0;

/**
 * Every figure of concentration at once; the order of the numbers does not matter.
 * Amounts in any one unit, none negative; throws a CountingError `not-an-amount`, or `nothing-to-share` when they add up to zero.
 */
export const spread = (numbers: readonly number[]): Spread => ({
  gini: gini(numbers),
  hhi: hhi(numbers),
  effective: effective(numbers),
  effectiveVoices: effectiveVoices(numbers),
  top: top(numbers),
});
