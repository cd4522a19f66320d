import { baseClusters } from './base-clusters.ts';
import { type Candidate, candidates, SMALLEST_GROUP } from './choose-k.ts';
import { components } from './components.ts';
import { type Points, projectPeople } from './projection.ts';
import { seededNumbers } from './seeded.ts';
import type { VoteTable } from './votes.ts';

/** Every trial groups four fifths of the people, at most this many, so that its cost does not grow with the crowd. */
const MOST_PEOPLE = 200;
const LIGHT = { rounds: 8, starts: 6, bases: 50 };

/** What is grouped in a trial: those placed, by row of the table. */
export interface TrialInput {
  readonly table: VoteTable;
  readonly placed: Uint32Array;
  readonly most?: number;
  readonly seed: number;
}

/** Some rows of a table, in the table's order. */
export function rowsOf(table: VoteTable, rows: ArrayLike<number>): VoteTable {
  const start = new Uint32Array(rows.length + 1);
  for (let r = 0; r < rows.length; r++) start[r + 1] = start[r] + table.start[rows[r] + 1] - table.start[rows[r]];
  const column = new Uint32Array(start[rows.length]);
  const mark = new Int8Array(start[rows.length]);
  for (let r = 0; r < rows.length; r++) {
    column.set(table.column.subarray(table.start[rows[r]], table.start[rows[r] + 1]), start[r]);
    mark.set(table.mark.subarray(table.start[rows[r]], table.start[rows[r] + 1]), start[r]);
  }
  return {
    participants: Array.from(rows, (row) => table.participants[row]),
    statements: table.statements,
    start,
    column,
    mark,
  };
}

/** Draws some of the rows without putting back, in ascending order. */
function drawSome(rows: Uint32Array, count: number, draw: () => number): Uint32Array {
  const left = rows.slice();
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(draw() * (left.length - i));
    [left[i], left[j]] = [left[j], left[i]];
  }
  return left.slice(0, count).sort();
}

/** The same people marking the same statements, but each statement's marks dealt out anew: nobody thinks like anybody. */
export function dealtAnew(table: VoteTable, draw: () => number): VoteTable {
  const mark = table.mark.slice();
  for (const entries of entriesByStatement(table)) {
    for (let i = entries.length - 1; i > 0; i--) {
      const j = Math.floor(draw() * (i + 1));
      const kept = mark[entries[i]];
      mark[entries[i]] = mark[entries[j]];
      mark[entries[j]] = kept;
    }
  }
  return { ...table, mark };
}

function entriesByStatement({ statements, column }: VoteTable): Uint32Array[] {
  const count = new Uint32Array(statements.length);
  for (let i = 0; i < column.length; i++) count[column[i]]++;
  const places = statements.map((_, statement) => new Uint32Array(count[statement]));
  for (let i = column.length - 1; i >= 0; i--) places[column[i]][--count[column[i]]] = i;
  return places;
}

/** Roughly normal, from sums alone so that it is the same on every machine (Irwin–Hall). */
function bell(draw: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += draw();
  return sum;
}

/** As many points as these, in one cloud without groups of the same width, height and slant. */
export function oneCloud({ x, y }: Points, draw: () => number): Points {
  const n = Math.max(1, x.length);
  const mean = (list: Float64Array): number => list.reduce((sum, value) => sum + value, 0) / n;
  const [mx, my] = [mean(x), mean(y)];
  const xx = mean(x.map((value) => (value - mx) ** 2));
  const xy = mean(x.map((value, i) => (value - mx) * (y[i] - my)));
  const yy = mean(y.map((value) => (value - my) ** 2));
  const wide = Math.sqrt(xx);
  const slant = wide > 0 ? xy / wide : 0;
  const high = Math.sqrt(Math.max(0, yy - slant * slant));
  const cloud = { x: new Float64Array(x.length), y: new Float64Array(x.length) };
  for (let i = 0; i < x.length; i++) {
    const along = bell(draw);
    cloud.x[i] = wide * along;
    cloud.y[i] = slant * along + high * bell(draw);
  }
  return cloud;
}

/** What one trial finds among four fifths of the people, and what the same search finds where there is nothing to find. */
export interface Trial {
  readonly real: readonly Candidate[];
  readonly dealt: readonly Candidate[];
  readonly cloud: readonly Candidate[];
}

/** One seeded trial. */
export function trial(input: TrialInput): Trial {
  const draw = seededNumbers(input.seed);
  const count = Math.min(MOST_PEOPLE, Math.ceil(input.placed.length * 0.8));
  const some = rowsOf(input.table, drawSome(input.placed, count, draw));
  const smallest = Math.ceil((SMALLEST_GROUP * count) / Math.max(1, input.placed.length));
  const options = { seed: input.seed, starts: LIGHT.starts, most: input.most, smallest };
  const search = (points: Points): Candidate[] => candidates(baseClusters(points, input.seed, LIGHT.bases), options);
  const place = (table: VoteTable): Points => projectPeople(table, components(table, LIGHT.rounds));
  const points = place(some);
  return { real: search(points), dealt: search(place(dealtAnew(some, draw))), cloud: search(oneCloud(points, draw)) };
}
