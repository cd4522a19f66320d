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

/** Makes the one swap of seats between two kinds after which the least is missed, the first of equals in `order`; false when none helps. */
export function bestSwap(
  bounds: Bounds,
  seating: Seating,
  by: { rulesOf: readonly (readonly number[])[]; order: readonly number[] },
): boolean {
  let best = { missed: missed(bounds, seating), out: -1, into: -1 };
  for (const out of by.order) {
    if (seating.seats[out] <= bounds.lower[out]) continue;
    move(by.rulesOf, seating, [out, -1]);
    for (const into of by.order) {
      if (into === out || seating.seats[into] >= bounds.upper[into]) continue;
      move(by.rulesOf, seating, [into, 1]);
      const now = missed(bounds, seating);
      if (now < best.missed) best = { missed: now, out, into };
      move(by.rulesOf, seating, [into, -1]);
    }
    move(by.rulesOf, seating, [out, 1]);
  }
  if (best.out < 0) return false;
  move(by.rulesOf, seating, [best.out, -1]);
  move(by.rulesOf, seating, [best.into, 1]);
  return true;
}
