import type { Rational } from '../rational.ts';

const SAFE_BITS = 1000n;

/** The float nearest to a fraction up to four units of the last place, however long its numbers are. */
export function approximate({ top, bottom }: Rational): number {
  const quotient = Number(top) / Number(bottom);
  if (Number.isFinite(quotient) && Number(bottom) < Number.POSITIVE_INFINITY) return quotient;
  const excess = BigInt(Math.max(bits(top), bits(bottom))) - SAFE_BITS;
  return Number(top >> excess) / Number(bottom >> excess);
}

const bits = (value: bigint): number => value.toString(16).length * 4;
