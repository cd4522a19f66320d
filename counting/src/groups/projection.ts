import type { Components } from './components.ts';
import { marksOf, type VoteTable } from './votes.ts';

/** Points in the plane of opinions: `x[i]`, `y[i]`. */
export interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Where each person stands: their marks less the centre, along both axes, × √(statements ÷ marks), so that few marks do not mean the middle. */
export function projectPeople(table: VoteTable, { center, axes }: Components): Points {
  const x = new Float64Array(table.participants.length);
  const y = new Float64Array(table.participants.length);
  for (let p = 0; p < x.length; p++) {
    for (let i = table.start[p]; i < table.start[p + 1]; i++) {
      const off = table.mark[i] - center[table.column[i]];
      x[p] += off * axes[0][table.column[i]];
      y[p] += off * axes[1][table.column[i]];
    }
    const scale = Math.sqrt(center.length / Math.max(1, marksOf(table, p)));
    x[p] *= scale;
    y[p] *= scale;
  }
  return { x, y };
}

/** Where somebody would stand who had put this mark on one statement and marked no other. */
export function projectStatements({ center, axes }: Components, mark: -1 | 1): Points {
  const scale = Math.sqrt(center.length);
  return {
    x: center.map((mean, statement) => (mark - mean) * axes[0][statement] * scale),
    y: center.map((mean, statement) => (mark - mean) * axes[1][statement] * scale),
  };
}

/** How far from the middle somebody stands who agreed with one statement and marked no other: what sorts people most. */
export function extremity(components: Components): Float64Array {
  const { x, y } = projectStatements(components, 1);
  return x.map((value, statement) => Math.sqrt(value * value + y[statement] * y[statement]));
}
