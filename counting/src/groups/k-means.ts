import type { Points } from './projection.ts';

/** Points that each stand for `weight` people. */
export interface WeightedPoints extends Points {
  readonly weight: ArrayLike<number>;
}

/** Which cluster each point is in, from 0, and the weighted sum of squared distances to the cluster means. */
export interface Clustering {
  readonly k: number;
  readonly label: Uint8Array;
  readonly spread: number;
}

/** The stream of numbers that a start is drawn from; `far` prefers distant first centres. */
export interface StartOptions {
  readonly draw: () => number;
  readonly far?: boolean;
}

interface Centers {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const squared = (points: Points, i: number, centers: Centers, c: number): number => {
  const dx = points.x[i] - centers.x[c];
  const dy = points.y[i] - centers.y[c];
  return dx * dx + dy * dy;
};

/**
 * First centres, each drawn in proportion to the squared distance from those drawn before (k-means++, Arthur & Vassilvitskii 2007),
 * or to its square when `far` is set, so that small groups at the edge are tried too.
 */
function drawCenters(points: WeightedPoints, k: number, { draw, far }: StartOptions): Centers {
  const n = points.x.length;
  const centers = { x: new Float64Array(k), y: new Float64Array(k) };
  const away = Float64Array.from(points.weight);
  for (let c = 0; c < k; c++) {
    let left = draw() * away.reduce((sum, value) => sum + value, 0);
    let chosen = 0;
    for (let i = 0; i < n; i++) {
      if (away[i] === 0) continue;
      chosen = i;
      left -= away[i];
      if (left < 0) break;
    }
    centers.x[c] = points.x[chosen];
    centers.y[c] = points.y[chosen];
    for (let i = 0; i < n; i++) {
      const square = squared(points, i, centers, c);
      const distance = points.weight[i] * (far ? square * square : square);
      if (c === 0 || distance < away[i]) away[i] = distance;
    }
  }
  return centers;
}

function assign(points: WeightedPoints, centers: Centers, label: Uint8Array): { changed: boolean; spread: number } {
  let changed = false;
  let spread = 0;
  for (let i = 0; i < label.length; i++) {
    let nearest = 0;
    let best = squared(points, i, centers, 0);
    for (let c = 1; c < centers.x.length; c++) {
      const distance = squared(points, i, centers, c);
      if (distance >= best) continue;
      best = distance;
      nearest = c;
    }
    if (label[i] !== nearest) changed = true;
    label[i] = nearest;
    spread += points.weight[i] * best;
  }
  return { changed, spread };
}

function moveCenters(points: WeightedPoints, label: Uint8Array, centers: Centers): void {
  const weight = new Float64Array(centers.x.length);
  const x = new Float64Array(weight.length);
  const y = new Float64Array(weight.length);
  for (let i = 0; i < label.length; i++) {
    weight[label[i]] += points.weight[i];
    x[label[i]] += points.weight[i] * points.x[i];
    y[label[i]] += points.weight[i] * points.y[i];
  }
  for (let c = 0; c < weight.length; c++) {
    if (weight[c] === 0) continue;
    centers.x[c] = x[c] / weight[c];
    centers.y[c] = y[c] / weight[c];
  }
}

/**
 * Lloyd's algorithm from one seeded start, at most `rounds` times. `k` is at most 255.
 * The same points in the same order and the same draws give the same clusters everywhere: only + − × ÷ are used.
 */
export function kMeans(
  points: WeightedPoints,
  k: number,
  options: StartOptions & { readonly rounds: number },
): Clustering {
  const centers = drawCenters(points, k, options);
  const label = new Uint8Array(points.x.length);
  let state = assign(points, centers, label);
  for (let round = 0; round < options.rounds && state.changed; round++) {
    moveCenters(points, label, centers);
    state = assign(points, centers, label);
  }
  return { k, label, spread: state.spread };
}
