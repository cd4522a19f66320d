import { orthonormal, ritzStep } from './ritz.ts';
import type { VoteTable } from './votes.ts';

/** Principal components of the marks, where a missing mark stands at its statement's mean. */
export interface Components {
  /** Mean mark of each statement over those who marked it; 0 where nobody did. */
  readonly center: Float64Array;
  /** Two directions of unit length, one number per statement; the first number that isn't zero is positive. */
  readonly axes: readonly [Float64Array, Float64Array];
}

/** Directions carried along, so that the two wanted ones settle quickly even when they are close to the third. */
const BLOCK = 4;
const SETTLED = 1e-14;

/** The mean mark of each statement over those who marked it. */
export function centerOf(table: VoteTable): Float64Array {
  const sum = new Float64Array(table.statements.length);
  const count = new Uint32Array(table.statements.length);
  table.column.forEach((statement, entry) => {
    sum[statement] += table.mark[entry];
    count[statement]++;
  });
  return sum.map((total, statement) => (count[statement] > 0 ? total / count[statement] : 0));
}

/** One entry per mark: how far it lies from its statement's mean. */
function offCenter({ mark, column }: VoteTable, center: Float64Array): Float64Array {
  const off = new Float64Array(mark.length);
  for (let i = 0; i < mark.length; i++) off[i] = mark[i] - center[column[i]];
  return off;
}

/** Σ over people of x xᵀ block, where x is the person's marks less the centre, zero where they did not mark. Unrolled: this is where the time goes. */
function applyScatter(table: VoteTable, off: Float64Array, block: Float64Array): Float64Array {
  const { start, column } = table;
  const result = new Float64Array(block.length);
  for (let p = 0; p < table.participants.length; p++) {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = start[p]; i < start[p + 1]; i++) {
      const at = column[i] * BLOCK;
      const x = off[i];
      a += x * block[at];
      b += x * block[at + 1];
      c += x * block[at + 2];
      d += x * block[at + 3];
    }
    for (let i = start[p]; i < start[p + 1]; i++) {
      const at = column[i] * BLOCK;
      const x = off[i];
      result[at] += x * a;
      result[at + 1] += x * b;
      result[at + 2] += x * c;
      result[at + 3] += x * d;
    }
  }
  return result;
}

function startBlock(statements: number): Float64Array {
  // Fixed, dense and without symmetry: no direction is missed, and nothing depends on chance.
  return Float64Array.from(
    { length: statements * BLOCK },
    (_, i) => (((i * 2654435761) >>> 0) % 1000003) / 1000003 - 0.5,
  );
}

function pick(block: Float64Array, direction: number): Float64Array {
  const axis = Float64Array.from(
    { length: block.length / BLOCK },
    (_, statement) => block[statement * BLOCK + direction],
  );
  const first = axis.find((value) => Math.abs(value) > 1e-9) ?? 1;
  return first < 0 ? axis.map((value) => -value) : axis;
}

/**
 * The two main directions in which opinions differ, by block power iteration with Rayleigh–Ritz in at most `rounds` rounds:
 * deterministic, and as cheap as the marks are sparse. Axes of zeros stand for directions that do not exist.
 */
export function components(table: VoteTable, rounds = 400): Components {
  const center = centerOf(table);
  const off = offCenter(table, center);
  let block = orthonormal(startBlock(table.statements.length), BLOCK);
  let before = 0;
  for (let round = 0; round < rounds; round++) {
    const step = ritzStep(block, applyScatter(table, off, block), BLOCK);
    block = step.block;
    const now = step.values[0] + step.values[1];
    if (round > 0 && Math.abs(now - before) <= SETTLED * now) break;
    before = now;
  }
  return { center, axes: [pick(block, 0), pick(block, 1)] };
}
