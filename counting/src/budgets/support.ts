import type { Election } from '../election.ts';
import type { PointsOf } from './marks.ts';
import { type Merged, mergeBallots } from './merge.ts';
import type { Money } from './money.ts';

/**
 * Who supports what, laid out for counting. A *voter* here is a distinct ballot with the number of people who cast it;
 * its `mass` is that number times the whole-number weight. The supporters of option p who give it equal points stand
 * together in *blocks* `blockStart[p] … blockStart[p + 1] − 1`; block k holds `supporter[from[k]] … supporter[to[k] − 1]`, in ascending
 * order, each giving `points[k]` and each of the mass `alike[k]`, or of different masses when that is 0.
 */
export interface Support {
  readonly voters: Merged;
  readonly mass: Float64Array;
  readonly supporter: Uint32Array;
  readonly blockStart: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly points: Float64Array;
  readonly alike: Float64Array;
}

/** Lays out the support of an election whose ballots mark an option at most once. */
export function gatherSupport(election: Election, money: Money, pointsOf: PointsOf): Support {
  const { ballots, options } = election;
  const weighs = money.weights.map((weight) => weight > 0n);
  const weights = money.weights.map(Number);
  const massesOf = ({ times, weight }: Merged): Float64Array => times.map((each, v) => each * weights[weight[v]]);
  const merged = mergeBallots(ballots, options.length, { pointsOf, weighs });
  const voters = commonMassFirst(merged, massesOf(merged));
  const mass = massesOf(voters);
  const segments = sortByOption(election, voters, pointsOf);
  return { voters, mass, supporter: segments.supporter, ...cutIntoBlocks(segments, mass) };
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

type Blocks = Pick<Support, 'blockStart' | 'from' | 'to' | 'points' | 'alike'>;

/** Puts the supporters of each option in order of points, in place, those of the common mass (that of voter 0) first, and says where each block begins. */
function cutIntoBlocks(segments: Segments, mass: Float64Array): Blocks {
  const { start, supporter } = segments;
  const blockStart = new Uint32Array(start.length);
  const from: number[] = [];
  const points: number[] = [];
  const alike: number[] = [];
  for (let p = 0; p + 1 < start.length; p++) {
    let at = start[p];
    for (const same of byPoints(segments, p)) {
      let common = 0;
      while (common < same.voters.length && mass[same.voters[common]] === mass[0]) common++;
      supporter.set(same.voters, at);
      for (const [size, each] of [
        [common, mass[0]],
        [same.voters.length - common, 0],
      ]) {
        if (size === 0) continue;
        from.push(at);
        points.push(same.points);
        alike.push(each);
        at += size;
      }
    }
    blockStart[p + 1] = from.length;
  }
  return {
    blockStart,
    from: Uint32Array.from(from),
    to: Uint32Array.from([...from.slice(1), supporter.length]),
    points: Float64Array.from(points),
    alike: Float64Array.from(alike),
  };
}

/** The supporters of option p apart by the points they give, most points first, each in ascending order. */
function byPoints({ start, supporter, points }: Segments, p: number): { points: number; voters: Uint32Array }[] {
  const own = supporter.slice(start[p], start[p + 1]);
  if (!points) return [{ points: 1, voters: own }];
  const given = points.subarray(start[p], start[p + 1]);
  const levels = [...new Set(given)].sort((a, b) => b - a);
  const indexOf = new Map(levels.map((level, i) => [level, i]));
  const level = Uint32Array.from(given, (one) => indexOf.get(one) ?? 0);
  const size = new Uint32Array(levels.length);
  for (const l of level) size[l]++;
  const voters = Array.from(size, (length) => new Uint32Array(length));
  size.fill(0);
  own.forEach((v, i) => {
    const l = level[i];
    voters[l][size[l]++] = v;
  });
  return levels.map((each, l) => ({ points: each, voters: voters[l] }));
}

/** The same voters, numbered anew: first those of a common mass, so that long loops need not ask for it. Any mass serves; where more than half share one, it is that. */
function commonMassFirst({ row, times, weight }: Merged, mass: Float64Array): Merged {
  let common = 0;
  let ahead = 0;
  for (const own of mass) {
    if (ahead === 0) common = own;
    ahead += own === common ? 1 : -1;
  }
  const order = new Uint32Array(row.length);
  let next = 0;
  for (let v = 0; v < mass.length; v++) if (mass[v] === common) order[next++] = v;
  if (next === order.length) return { row, times, weight };
  for (let v = 0; v < mass.length; v++) if (mass[v] !== common) order[next++] = v;
  return {
    row: order.map((v) => row[v]),
    times: Float64Array.from(order, (v) => times[v]),
    weight: order.map((v) => weight[v]),
  };
}
