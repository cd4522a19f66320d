import { CountingError } from '../outcome.ts';

/** One figure as it must be shown: never without how many it stands on. */
export interface Measure {
  /** The ratio or share; null when it can't be measured. */
  readonly value: number | null;
  /** How many people (or proposals, or seats) with a known attribute it stands on. */
  readonly n: number;
  /** Known ÷ all; null when there is nothing at all. Unknown is its own class and never counted as zero. */
  readonly coverage: number | null;
  /** The value below which it signals; a community may set its own. */
  readonly threshold: number;
  /** Whether it signals; null when it can't be measured. */
  readonly signal: boolean | null;
}

/** A group beside the rest: how much of something, by how many. */
export interface GroupSide {
  /** Seconds, words, adopted proposals … */
  readonly amount: number;
  /** People, or proposals made. */
  readonly of: number;
}

/** Defaults: voice after Karpowitz, Mendelberg & Shaker 2012, the others ours and not a norm of the sector. */
export const THRESHOLDS = { representation: 0.8, voice: 0.75, influence: 0.8 };

const quotient = (top: number, bottom: number): number | null => (bottom > 0 ? top / bottom : null);

function measure(value: number | null, counts: { n: number; unknown: number }, threshold: number): Measure {
  return {
    value,
    n: counts.n,
    coverage: quotient(counts.n, counts.n + counts.unknown),
    threshold,
    signal: value === null ? null : value < threshold,
  };
}

/**
 * Measure I1: the group's share among participants whose attribute is known ÷ its share of the population.
 * `benchmark` is that share of the population, above 0 and at most 1; throws a CountingError `not-a-share` otherwise.
 */
export function representation(
  participants: { readonly group: number; readonly rest: number; readonly unknown: number },
  benchmark: number,
  threshold = THRESHOLDS.representation,
): Measure {
  if (!(benchmark > 0 && benchmark <= 1)) throw new CountingError('not-a-share', { share: String(benchmark) });
  const n = participants.group + participants.rest;
  const share = quotient(participants.group, n);
  return measure(share === null ? null : share / benchmark, { n, unknown: participants.unknown }, threshold);
}

function besideTheRest(sides: { group: GroupSide; rest: GroupSide; unknown?: number }, threshold: number): Measure {
  const group = quotient(sides.group.amount, sides.group.of);
  const rest = quotient(sides.rest.amount, sides.rest.of);
  const value = group === null || rest === null ? null : quotient(group, rest);
  return measure(value, { n: sides.group.of + sides.rest.of, unknown: sides.unknown ?? 0 }, threshold);
}

/** Measure I2: (T_g ÷ N_g) ÷ (T_rest ÷ N_rest); T in seconds spoken in a meeting, or words online: never mixed. */
export const voice = (
  sides: { readonly group: GroupSide; readonly rest: GroupSide; readonly unknown?: number },
  threshold = THRESHOLDS.voice,
): Measure => besideTheRest(sides, threshold);

/** Measure I3: (adopted ÷ made) of the group's proposals ÷ the same for the rest. */
export const influence = (
  sides: { readonly group: GroupSide; readonly rest: GroupSide; readonly unknown?: number },
  threshold = THRESHOLDS.influence,
): Measure => besideTheRest(sides, threshold);

/** Measure I4: share of the group among chairs, facilitators, speakers, signatories; three or more known with none of it signal. */
export function leadership(roles: {
  readonly group: number;
  readonly rest: number;
  readonly unknown: number;
}): Measure {
  const n = roles.group + roles.rest;
  const plain = measure(quotient(roles.group, n), { n, unknown: roles.unknown }, 0);
  return { ...plain, signal: missingFrom(roles) };
}

function missingFrom(roles: {
  readonly group: number;
  readonly rest: number;
  readonly unknown: number;
}): boolean | null {
  if (roles.group > 0) return false;
  if (roles.rest + roles.unknown < 3) return roles.rest > 0 ? false : null;
  return roles.unknown > 0 ? null : true;
}
