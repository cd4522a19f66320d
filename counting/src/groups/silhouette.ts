import type { WeightedPoints } from './k-means.ts';

/** Distances between all points, row by row. */
export function distances({ x, y }: WeightedPoints): Float64Array {
  const n = x.length;
  const all = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const dx = x[i] - x[j];
      const dy = y[i] - y[j];
      all[i * n + j] = Math.sqrt(dx * dx + dy * dy);
      all[j * n + i] = all[i * n + j];
    }
  }
  return all;
}

/**
 * Mean silhouette of a clustering, −1 to 1, each point counted as `weight` people standing at one place (Rousseeuw 1987):
 * (b − a) ÷ max(a, b), a = mean distance within the own cluster, b = to the nearest other one; 0 for somebody alone.
 */
export function silhouette(points: WeightedPoints, label: ArrayLike<number>, between = distances(points)): number {
  const n = points.x.length;
  const size = new Float64Array(256);
  for (let i = 0; i < n; i++) size[label[i]] += points.weight[i];
  const labels = [...new Set(Array.from(label))].filter((c) => size[c] > 0);
  const to = new Float64Array(256);
  let sum = 0;
  let people = 0;
  for (let i = 0; i < n; i++) {
    if (points.weight[i] === 0) continue;
    people += points.weight[i];
    if (size[label[i]] <= 1) continue;
    to.fill(0);
    for (let j = 0; j < n; j++) to[label[j]] += points.weight[j] * between[i * n + j];
    const own = to[label[i]] / (size[label[i]] - 1);
    let other = Number.POSITIVE_INFINITY;
    for (const c of labels) if (c !== label[i]) other = Math.min(other, to[c] / size[c]);
    const larger = Math.max(own, other);
    if (larger > 0 && larger < Number.POSITIVE_INFINITY) sum += (points.weight[i] * (other - own)) / larger;
  }
  return people > 0 ? sum / people : 0;
}
