import type { Election } from '../election.ts';
import type { PointsOf } from './marks.ts';
import { type Merged, mergeBallots } from './merge.ts';
import type { Money } from './money.ts';

/**
 * Who supports what, laid out for counting. A *voter* here is a distinct ballot with the number of people who cast it;
 * its `mass` is that number times the whole-number weight. The supporters of option p who give it equal points stand
 * together in *blocks* `blockStart[p] … blockStart[p + 1] − 1`; block k holds `supporter[from[k]] … supporter[to[k] − 1]`, in ascending
 * order, each giving `points[k]` and each of the mass `alike[k]`, or of different masses when that is 0.
 * Voter v supports the options `marked[marksFrom[v]] … marked[marksFrom[v + 1] − 1]` with the points beside them in `gives`, 1 each when
 * that is absent: the ballots again, close together in the order of the voters, for the counts that look at single voters.
 */
export interface Support extends Marks {
  readonly voters: Merged;
  readonly mass: Float64Array;
  readonly supporter: Uint32Array;
  readonly blockStart: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly points: Float64Array;
  readonly alike: Float64Array;
}

interface Marks {
  readonly marksFrom: Uint32Array;
  readonly marked: Uint16Array | Uint32Array;
  readonly gives: Uint8Array | Int32Array | undefined;
}

/** Lays out the support of an election whose ballots mark an option at most once. */
export function gatherSupport(election: Election, money: Money, pointsOf: PointsOf): Support {
  const { ballots, options } = election;
  const weighs = money.weights.map((weight) => weight > 0n);
  const weights = Float64Array.from(money.weights, Number);
  const voters = mergeBallots(ballots, options.length, { pointsOf, weighs });
  const mass = commonMassFirst(voters, weights);
  const marks = marksOf(election, voters, pointsOf);
  const segments = sortByOption(marks, options.length);
  return { voters, mass, ...marks, supporter: segments.supporter, ...cutIntoBlocks(segments, mass) };
}

/** Copies what the voters support, in their order, into arrays as narrow as they can be. */
function marksOf({ ballots, options }: Election, { row }: Merged, pointsOf: PointsOf): Marks {
  const { start, option, value } = ballots;
  const marksFrom = new Uint32Array(row.length + 1);
  let most = 1;
  for (let v = 0; v < row.length; v++) {
    const b = row[v];
    let length = marksFrom[v];
    for (let m = start[b]; m < start[b + 1]; m++) {
      const points = pointsOf(value[m]);
      if (points > 0) length++;
      if (points > most) most = points;
    }
    marksFrom[v + 1] = length;
  }
  const length = marksFrom[row.length];
  const marked = options.length <= 0xffff ? new Uint16Array(length) : new Uint32Array(length);
  const gives = most === 1 ? undefined : most <= 0xff ? new Uint8Array(length) : new Int32Array(length);
  let at = 0;
  for (let v = 0; v < row.length; v++) {
    const b = row[v];
    for (let m = start[b]; m < start[b + 1]; m++) {
      const points = pointsOf(value[m]);
      if (points <= 0) continue;
      if (gives) gives[at] = points;
      marked[at++] = option[m];
    }
  }
  return { marksFrom, marked, gives };
}

interface Segments {
  readonly start: Uint32Array;
  readonly supporter: Uint32Array;
  /** The points beside each supporter; absent when every mark gives 1. */
  readonly points: Uint8Array | Int32Array | undefined;
}

function sortByOption({ marksFrom, marked, gives }: Marks, options: number): Segments {
  const start = new Uint32Array(options + 1);
  for (let m = 0; m < marked.length; m++) start[marked[m] + 1]++;
  for (let p = 0; p < options; p++) start[p + 1] += start[p];
  const supporter = new Uint32Array(marked.length);
  const points = gives?.slice();
  const next = start.slice();
  for (let v = 0; v + 1 < marksFrom.length; v++) {
    for (let m = marksFrom[v]; m < marksFrom[v + 1]; m++) {
      const at = next[marked[m]]++;
      supporter[at] = v;
      if (points && gives) points[at] = gives[m];
    }
  }
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
      if (segments.points) supporter.set(same.voters, at);
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
  const own = supporter.subarray(start[p], start[p + 1]);
  if (!points) return [{ points: 1, voters: own }];
  const given = points.subarray(start[p], start[p + 1]);
  const levels = levelsOf(given);
  const indexOf = new Uint32Array(given instanceof Uint8Array ? 256 : 0);
  const placeOf = new Map(levels.map((level, l) => [level, l]));
  if (indexOf.length > 0) for (const [level, l] of placeOf) indexOf[level] = l;
  const level = new Uint32Array(given.length);
  const size = new Uint32Array(levels.length);
  for (let i = 0; i < given.length; i++) {
    level[i] = indexOf.length > 0 ? indexOf[given[i]] : (placeOf.get(given[i]) ?? 0);
    size[level[i]]++;
  }
  const voters = Array.from(size, (length) => new Uint32Array(length));
  size.fill(0);
  for (let i = 0; i < own.length; i++) voters[level[i]][size[level[i]]++] = own[i];
  return levels.map((each, l) => ({ points: each, voters: voters[l] }));
}

/**
 * Numbers the voters anew, in place: first those of a common mass, so that long loops need not ask for it. Any mass serves; where more than
 * half share one, it is that. Returns the mass of each.
 */
function commonMassFirst({ row, times, weight }: Merged, weights: Float64Array): Float64Array {
  const mass = new Float64Array(row.length);
  let common = 0;
  let ahead = 0;
  for (let v = 0; v < mass.length; v++) {
    mass[v] = times[v] * weights[weight[v]];
    if (ahead === 0) common = mass[v];
    ahead += mass[v] === common ? 1 : -1;
  }
  let own = 0;
  for (let v = 0; v < mass.length; v++) own += mass[v] === common ? 1 : 0;
  const others = mass.length - own;
  if (others === 0) return mass;
  const last = { row: new Uint32Array(others), times: new Float64Array(others), weight: new Uint32Array(others) };
  let next = 0;
  let other = 0;
  for (let v = 0; v < mass.length; v++) {
    if (mass[v] === common) {
      row[next] = row[v];
      times[next] = times[v];
      weight[next++] = weight[v];
    } else {
      last.row[other] = row[v];
      last.times[other] = times[v];
      last.weight[other++] = weight[v];
    }
  }
  row.set(last.row, next);
  times.set(last.times, next);
  weight.set(last.weight, next);
  mass.fill(common, 0, next);
  for (let v = next; v < mass.length; v++) mass[v] = times[v] * weights[weight[v]];
  return mass;
}

/** The different points given, the most first. */
function levelsOf(given: Uint8Array | Int32Array): number[] {
  if (!(given instanceof Uint8Array)) return [...new Set(given)].sort((a, b) => b - a);
  const seen = new Uint8Array(256);
  for (let i = 0; i < given.length; i++) seen[given[i]] = 1;
  return [...seen.keys()].filter((points) => seen[points] === 1).reverse();
}
