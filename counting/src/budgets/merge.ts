import type { Ballots } from '../election.ts';
import type { PointsOf } from './marks.ts';

/** Ballots that say the same, counted once: for each distinct one a row it stands on, how many voters cast it, its weight's index. */
export interface Merged {
  readonly row: Uint32Array;
  readonly times: Float64Array;
  readonly weight: Uint32Array;
}

interface Table {
  readonly slots: Int32Array;
  readonly hashes: Int32Array;
  readonly stamp: Float64Array;
  readonly stampedFor: Int32Array;
}

/**
 * Merges equal ballots of equal weight; the order of the marks does not matter. `ballots` must mark an option at most once.
 * Ballots of weight zero and ballots without support are left out: nothing in the count depends on them but the number of voters.
 */
export function mergeBallots(
  ballots: Ballots,
  options: number,
  rule: { pointsOf: PointsOf; weighs: readonly boolean[] },
): Merged {
  const row = new Uint32Array(ballots.size);
  const times = new Float64Array(ballots.size);
  const weight = new Uint32Array(ballots.size);
  const table = emptyTable(ballots.size, options);
  let size = 0;
  for (let b = 0; b < ballots.size; b++) {
    const w = ballots.weight ? ballots.weight[b] : 0;
    if (!rule.weighs[w]) continue;
    const hash = hashOf(ballots, b, rule.pointsOf);
    if (hash === 0) continue;
    const key = Math.imul(hash, 31) ^ w;
    let slot = key & (table.slots.length - 1);
    for (;;) {
      const v = table.slots[slot];
      if (v < 0) {
        table.slots[slot] = size;
        table.hashes[size] = key;
        row[size] = b;
        weight[size] = w;
        times[size++] = ballots.times[b];
        break;
      }
      if (table.hashes[v] === key && weight[v] === w && sameMarks({ ballots, table }, row[v], b)) {
        times[v] += ballots.times[b];
        break;
      }
      slot = (slot + 1) & (table.slots.length - 1);
    }
  }
  // Where few are equal the rest is left lying: a copy would be larger than it.
  const cut = <Column extends Uint32Array | Float64Array>(column: Column): Column =>
    (2 * size > column.length ? column.subarray(0, size) : column.slice(0, size)) as Column;
  return { row: cut(row), times: cut(times), weight: cut(weight) };
}

function emptyTable(rows: number, options: number): Table {
  let slots = 16;
  while (slots < rows * 2) slots *= 2;
  return {
    slots: new Int32Array(slots).fill(-1),
    hashes: new Int32Array(rows),
    stamp: new Float64Array(options),
    stampedFor: new Int32Array(options).fill(-1),
  };
}

/** A hash that the order of the marks does not change; 0 only for a ballot that supports nothing. */
function hashOf(ballots: Ballots, b: number, pointsOf: PointsOf): number {
  let sum = 0;
  let supports = false;
  for (let m = ballots.start[b]; m < ballots.start[b + 1]; m++) {
    const points = pointsOf(ballots.value[m]);
    if (points <= 0) continue;
    supports = true;
    let h = Math.imul(ballots.option[m] + 1, 0x9e3779b1) ^ Math.imul(ballots.value[m], 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
    sum = (sum + (h ^ (h >>> 15))) | 0;
  }
  return supports && sum === 0 ? 1 : sum;
}

function sameMarks({ ballots, table }: { ballots: Ballots; table: Table }, a: number, b: number): boolean {
  const { start, option, value } = ballots;
  if (start[a + 1] - start[a] !== start[b + 1] - start[b]) return false;
  for (let m = start[a]; m < start[a + 1]; m++) {
    table.stamp[option[m]] = value[m];
    table.stampedFor[option[m]] = b;
  }
  for (let m = start[b]; m < start[b + 1]; m++) {
    if (table.stampedFor[option[m]] !== b || table.stamp[option[m]] !== value[m]) return false;
  }
  return true;
}
