import {
  type PartnerRatio,
  type PartnerSide,
  RATIO_BOUNDS,
  type RatioSignals,
  ratioSignals,
  shareOf,
} from './ratio.ts';

/** What measure P9 needs to know of a period. */
export interface VisibilityFacts {
  readonly contributors: readonly {
    readonly id: string;
    readonly side: PartnerSide;
    /** Cash plus goods at the value agreed, in one currency. */
    readonly given: number;
    readonly hours: number;
    /** Whether this contributor wants to be named. */
    readonly wantsCredit: boolean;
  }[];
  /** For every public output the ids of those it credits. */
  readonly outputs: readonly (readonly string[])[];
  /** What an hour is worth, as the community agreed, in the same currency. */
  readonly hourRate: number;
}

/** Measure P9: every contributor's ratio, who is left out, then lead and local partners against the bounds. */
export interface Visibility extends RatioSignals {
  readonly partners: readonly PartnerRatio[];
  /** Contributors who want credit and are in no output. */
  readonly uncredited: readonly string[];
}

function credits(outputs: readonly (readonly string[])[]): Map<string, number> {
  const credit = new Map<string, number>();
  for (const output of outputs) {
    const credited = new Set(output);
    for (const id of credited) credit.set(id, (credit.get(id) ?? 0) + 1 / credited.size);
  }
  return credit;
}

/**
 * Measure P9: share of credit in public outputs ÷ share of contributions (cash + valued goods + hours at the agreed rate).
 * Each output hands out one credit, 1/k to each of the k it names; an output that names nobody hands out none.
 */
export function visibility(facts: VisibilityFacts, bounds = RATIO_BOUNDS): Visibility {
  const credit = credits(facts.outputs);
  const handedOut = facts.outputs.filter((output) => output.length > 0).length;
  const worth = facts.contributors.map(({ given, hours }) => given + hours * facts.hourRate);
  const all = worth.reduce((sum, value) => sum + value, 0);
  const partners = facts.contributors.map(({ id, side }, index) => {
    const share = shareOf(credit.get(id) ?? 0, handedOut);
    const due = shareOf(worth[index], all);
    return { id, side, share, due, ratio: share === null || due === null ? null : shareOf(share, due) };
  });
  const uncredited = facts.contributors
    .filter(({ id, given, hours, wantsCredit }) => wantsCredit && given + hours > 0 && !credit.has(id))
    .map(({ id }) => id);
  return { partners, uncredited, ...ratioSignals(partners, bounds) };
}
