import { type Bases, MOST_BASES } from './base-clusters.ts';
import { type Clustering, kMeans } from './k-means.ts';
import { seededNumbers } from './seeded.ts';
import { distances, silhouette } from './silhouette.ts';

/** Fewer people than this are no group: as many as may be shown at a community's own desk. */
export const SMALLEST_GROUP = 5;

/** One more group must raise the silhouette by more than this. */
const MARGIN = 0.02;

/** A clustering with how well it separates people. */
export interface Candidate extends Clustering {
  readonly silhouette: number;
  /** People in its smallest group. */
  readonly smallest: number;
  /** Whether that is enough to be a group. */
  readonly largeEnough: boolean;
}

/** How many seeded starts each k gets, and how many groups are looked for. */
export interface SearchOptions {
  readonly seed: number;
  readonly starts: number;
  /** The most groups; 5 by default. */
  readonly most?: number;
  /** The fewest people in a group. */
  readonly smallest: number;
  /** Exactly this many groups. */
  readonly k?: number;
}

/** The most groups that this many bases may be cut into: min(most, 2 + ⌊bases ÷ 12⌋). */
export const mostGroups = (bases: number, most = 5): number =>
  Math.min(most, 2 + Math.floor(Math.min(bases, MOST_BASES) / 12), bases);

function smallestGroup(bases: Bases, { k, label }: Clustering): number {
  const size = new Float64Array(k);
  label.forEach((group, base) => {
    size[group] += bases.weight[base];
  });
  return Math.min(...size);
}

const better = (one: Candidate, than: Candidate | undefined): boolean => {
  if (!than) return true;
  if (one.largeEnough !== than.largeEnough) return one.largeEnough;
  return one.silhouette > than.silhouette + 1e-9;
};

/** Of all resting points that k-means reaches from the seeded starts: the best silhouette whose groups are all large enough. */
function bestWith(bases: Bases, k: number, options: SearchOptions & { between: Float64Array }): Candidate | undefined {
  const draw = seededNumbers(options.seed * 16 + k);
  const seen = new Set<string>();
  let best: Candidate | undefined;
  for (let start = 0; start < options.starts; start++) {
    const clustering = kMeans(bases, k, { draw, far: start % 2 === 1, rounds: 30 });
    const smallest = smallestGroup(bases, clustering);
    const sameAs = clustering.spread.toPrecision(9);
    if (smallest === 0 || seen.has(sameAs)) continue;
    seen.add(sameAs);
    const one = {
      ...clustering,
      smallest,
      largeEnough: smallest >= options.smallest,
      silhouette: silhouette(bases, clustering.label, options.between),
    };
    if (better(one, best)) best = one;
  }
  return best;
}

/** The best candidate for every k from 2 on, smallest k first; none when all people stand at one place. */
export function candidates(bases: Bases, options: SearchOptions): Candidate[] {
  const between = distances(bases);
  const found: Candidate[] = [];
  const last = options.k ? Math.min(options.k, bases.x.length) : mostGroups(bases.x.length, options.most);
  for (let k = options.k ?? 2; k <= last; k++) {
    const best = bestWith(bases, k, { ...options, between });
    if (best) found.push(best);
  }
  return found;
}

/** The smallest k whose silhouette comes within 0.02 of the best, among those whose groups are large enough if there are any. */
export function choose(found: readonly Candidate[]): Candidate | undefined {
  const large = found.filter((one) => one.largeEnough);
  const usable = large.length > 0 ? large : found;
  const best = Math.max(...usable.map((one) => one.silhouette));
  return usable.find((one) => one.silhouette >= best - MARGIN);
}
