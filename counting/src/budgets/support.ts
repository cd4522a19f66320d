import type { Election } from '../election.ts';
import type { PointsOf } from './marks.ts';
import { type Merged, mergeBallots } from './merge.ts';
import type { Money } from './money.ts';

/**
 * Who supports what, laid out for counting. A *voter* here is a distinct ballot with the number of people who cast it;
 * its `mass` is that number times the whole-number weight. The supporters of option p who give it equal points stand
 * together in *blocks* `blockStart[p] … blockStart[p + 1] − 1`; block k holds `supporter[from[k]] … supporter[to[k] − 1]`,
 * each giving `points[k]`.
 */
export interface Support {
  readonly voters: Merged;
  readonly mass: Float64Array;
  readonly supporter: Uint32Array;
  readonly blockStart: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly points: Float64Array;
}

/** Lays out the support of an election whose ballots mark an option at most once. */
export function gatherSupport(election: Election, money: Money, pointsOf: PointsOf): Support {
  const { ballots, options } = election;
  const weighs = money.weights.map((weight) => weight > 0n);
  const voters = mergeBallots(ballots, options.length, { pointsOf, weighs });
  const weights = money.weights.map(Number);
  const mass = voters.times.map((times, v) => times * weights[voters.weight[v]]);
  const segments = sortByOption(election, voters, pointsOf);
  const blocks = cutIntoBlocks(segments);
  return { voters, mass, supporter: segments.supporter, ...blocks };
}

interface Segments {
  readonly start: Uint32Array;
  readonly supporter: Uint32Array;
  /** The points beside each supporter; absent when every mark gives 1. */
  readonly points: Int32Array | undefined;
}

function sortByOption(election: Election, voters: Merged, pointsOf: PointsOf): Segments {
  const { start: from, option, value } = election.ballots;
  const start = new Uint32Array(election.options.length + 1);
  let level = true;
  for (const b of voters.row) {
    for (let m = from[b]; m < from[b + 1]; m++) {
      const points = pointsOf(value[m]);
      if (points > 0) start[option[m] + 1]++;
      if (points > 1) level = false;
    }
  }
  for (let p = 0; p < election.options.length; p++) start[p + 1] += start[p];
  const supporter = new Uint32Array(start[election.options.length]);
  const points = level ? undefined : new Int32Array(supporter.length);
  const next = start.slice();
  voters.row.forEach((b, v) => {
    for (let m = from[b]; m < from[b + 1]; m++) {
      const given = pointsOf(value[m]);
      if (given <= 0) continue;
      const at = next[option[m]]++;
      supporter[at] = v;
      if (points) points[at] = given;
    }
  });
  return { start, supporter, points };
}

type Blocks = Pick<Support, 'blockStart' | 'from' | 'to' | 'points'>;

function cutIntoBlocks(segments: Segments): Blocks {
  const options = segments.start.length - 1;
  const blockStart = new Uint32Array(options + 1);
  const from: number[] = [];
  const points: number[] = [];
  for (let p = 0; p < options; p++) {
    for (const block of blocksOf(segments, p)) {
      from.push(block.from);
      points.push(block.points);
    }
    blockStart[p + 1] = from.length;
  }
  const to = from.map((_, k) => from[k + 1] ?? segments.supporter.length);
  return { blockStart, from: Uint32Array.from(from), to: Uint32Array.from(to), points: Float64Array.from(points) };
}

/** Puts the supporters of option p in order of points, in place, and says where each number of points begins. */
function blocksOf({ start, supporter, points }: Segments, p: number): { from: number; points: number }[] {
  if (start[p] === start[p + 1]) return [];
  if (!points) return [{ from: start[p], points: 1 }];
  const byPoints = new Map<number, number[]>();
  for (let at = start[p]; at < start[p + 1]; at++) {
    const same = byPoints.get(points[at]);
    if (same) same.push(supporter[at]);
    else byPoints.set(points[at], [supporter[at]]);
  }
  let at = start[p];
  return [...byPoints]
    .sort(([a], [b]) => b - a)
    .map(([given, voters]) => {
      const from = at;
      for (const v of voters) supporter[at++] = v;
      return { from, points: given };
    });
}
