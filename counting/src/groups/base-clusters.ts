import { kMeans, type WeightedPoints } from './k-means.ts';
import type { Points } from './projection.ts';
import { seededNumbers } from './seeded.ts';

/** At most this many clusters of neighbours carry all people, so that the cost of grouping does not grow with the crowd. */
export const MOST_BASES = 100;

/** Neighbours gathered: the mean place of each base, how many people it stands for, and which base each person is in. */
export interface Bases extends WeightedPoints {
  /** Index of the base for each of the points given. */
  readonly of: Uint8Array;
}

/** People who stand at the same place, or in a crowd close to each other, as one weighted point each. */
export function baseClusters(people: Points, seed: number, most = MOST_BASES): Bases {
  const each = { ...people, weight: new Float64Array(people.x.length).fill(1) };
  const label = samePlace(people, most) ?? kMeans(each, most, { draw: seededNumbers(seed), rounds: 10 }).label;
  const at = new Map<number, number>();
  const of = label.map((name) => {
    if (!at.has(name)) at.set(name, at.size);
    return at.get(name) ?? 0;
  });
  return { ...means(people, of, at.size), of };
}

/** One label per distinct place, or nothing when there are more places than bases. */
function samePlace({ x, y }: Points, most: number): Uint8Array | undefined {
  const places = new Map<string, number>();
  const label = new Uint8Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const place = `${x[i]} ${y[i]}`;
    const known = places.get(place) ?? places.size;
    if (known >= most) return undefined;
    places.set(place, known);
    label[i] = known;
  }
  return label;
}

function means(points: Points, label: Uint8Array, labels: number): WeightedPoints {
  const x = new Float64Array(labels);
  const y = new Float64Array(labels);
  const weight = new Float64Array(labels);
  for (let i = 0; i < label.length; i++) {
    weight[label[i]]++;
    x[label[i]] += points.x[i];
    y[label[i]] += points.y[i];
  }
  return { x: x.map((sum, c) => sum / weight[c]), y: y.map((sum, c) => sum / weight[c]), weight };
}
