import type { Programme, Rule } from './kinds.ts';

/** Bounds that a seating must meet: seats of each kind, and the sum of seats under each rule. */
export interface Bounds {
  readonly lower: readonly number[] | Float64Array;
  readonly upper: readonly number[] | Float64Array;
  readonly rowLower: readonly number[] | Float64Array;
  readonly rowUpper: readonly number[] | Float64Array;
}

/** Whole seats of each kind, and their sum under each rule. */
export interface Seating {
  readonly seats: Int32Array;
  readonly sums: Int32Array;
}

/** The rules that each kind counts under. */
export const rulesOfKinds = ({ kinds, rules }: Programme): number[][] => {
  const of: number[][] = kinds.map(() => []);
  rules.forEach((rule: Rule, row) => {
    for (const kind of rule.kinds) of[kind].push(row);
  });
  return of;
};

/** Adds or takes seats of one kind. */
export function move(
  rulesOf: readonly (readonly number[])[],
  { seats, sums }: Seating,
  [kind, by]: readonly [number, number],
): void {
  seats[kind] += by;
  for (const rule of rulesOf[kind]) sums[rule] += by;
}

/** How many seats the sums lie outside their bounds, added up. */
export function missed({ rowLower, rowUpper }: Bounds, { sums }: Seating): number {
  let total = 0;
  for (let row = 0; row < sums.length; row++)
    total += Math.max(0, rowLower[row] - sums[row], sums[row] - rowUpper[row]);
  return total;
}

/** What one seat less (−1) or more (1) adds to what each rule misses. */
function changes({ rowLower, rowUpper }: Bounds, { sums }: Seating, by: 1 | -1): Int32Array {
  const off = (row: number, sum: number): number => Math.max(0, rowLower[row] - sum, sum - rowUpper[row]);
  return sums.map((sum, row) => off(row, sum + by) - off(row, sum));
}

/** A lower bound of what the change of one kind brings: what helps, without what harms. */
function atBest(change: Int32Array, rules: readonly number[]): number {
  let sum = 0;
  for (const rule of rules) if (change[rule] < 0) sum += change[rule];
  return sum;
}

/** Makes the one swap of seats between two kinds after which the least is missed, the first of equals in `order`; false when none helps. */
export function bestSwap(
  bounds: Bounds,
  seating: Seating,
  by: { rulesOf: readonly (readonly number[])[]; order: readonly number[] },
): boolean {
  const less = changes(bounds, seating, -1);
  const more = changes(bounds, seating, 1);
  const takers = by.order.filter((kind) => seating.seats[kind] < bounds.upper[kind]);
  const hopes = Int32Array.from(takers, (kind) => atBest(more, by.rulesOf[kind]));
  const hope = hopes.reduce((least, one) => Math.min(least, one), 0);
  let best = { change: 0, out: -1, into: -1 };
  for (const out of by.order) {
    const own = atBest(less, by.rulesOf[out]);
    if (own + hope >= best.change || seating.seats[out] <= bounds.lower[out]) continue;
    // A rule that both kinds count under stays as it is: what the first adds, the second takes back.
    const given = more.slice();
    let taken = 0;
    for (const rule of by.rulesOf[out]) {
      taken += less[rule];
      given[rule] = -less[rule];
    }
    for (let i = 0; i < takers.length; i++) {
      const into = takers[i];
      if (own + hopes[i] >= best.change || into === out) continue;
      let change = taken;
      for (const rule of by.rulesOf[into]) change += given[rule];
      if (change < best.change) best = { change, out, into };
    }
  }
  if (best.out < 0) return false;
  move(by.rulesOf, seating, [best.out, -1]);
  move(by.rulesOf, seating, [best.into, 1]);
  return true;
}
