import { CountingError } from '../outcome.ts';
import type { Dice } from './dice.ts';
import type { Programme, Rule } from './kinds.ts';

/** Draws begun anew before giving up. */
const DRAWS = 50;

const missedBy = ({ least, most }: Rule, sum: number): number => Math.max(0, least - sum, sum - most);

interface Seating {
  readonly seats: Int32Array;
  /** Seats under each rule. */
  readonly sums: Int32Array;
}

function move({ rulesOf }: Plan, { seats, sums }: Seating, [kind, by]: readonly [number, number]): void {
  seats[kind] += by;
  for (const rule of rulesOf[kind]) sums[rule] += by;
}

interface Plan {
  readonly programme: Programme;
  /** Rules that each kind counts under. */
  readonly rulesOf: readonly (readonly number[])[];
}

const missedOverall = ({ programme }: Plan, { sums }: Seating): number =>
  programme.rules.reduce((total, rule, index) => total + missedBy(rule, sums[index]), 0);

/** One swap that misses the rules by less, the first of equals in drawn order; false when there is none. */
function repair(plan: Plan, seating: Seating, order: readonly number[]): boolean {
  const before = missedOverall(plan, seating);
  let best = { missed: before, out: -1, into: -1 };
  for (const out of order) {
    if (seating.seats[out] === 0) continue;
    move(plan, seating, [out, -1]);
    for (const into of order) {
      if (into === out || seating.seats[into] >= plan.programme.kinds[into].most) continue;
      move(plan, seating, [into, 1]);
      const missed = missedOverall(plan, seating);
      if (missed < best.missed) best = { missed, out, into };
      move(plan, seating, [into, -1]);
    }
    move(plan, seating, [out, 1]);
  }
  if (best.out < 0) return false;
  move(plan, seating, [best.out, -1]);
  move(plan, seating, [best.into, 1]);
  return true;
}

/** Seats drawn one after the other from the whole pool, as if there were no quotas. */
function firstDraw(plan: Plan, size: number, dice: Dice): Seating {
  const { kinds, rules } = plan.programme;
  const seating = { seats: new Int32Array(kinds.length), sums: new Int32Array(rules.length) };
  const tickets = dice.shuffled(kinds.flatMap((kind, index) => kind.people.map(() => index)));
  let seated = 0;
  for (const kind of tickets) {
    if (seated === size) break;
    if (seating.seats[kind] >= kinds[kind].most) continue;
    move(plan, seating, [kind, 1]);
    seated++;
  }
  return seating;
}

/**
 * A seeded lottery with repair: draws a panel as if there were no quotas, then swaps seats between kinds, each time the swap that brings
 * the panel closest to the quotas, until all are met. Starts anew when it gets stuck. Needs no solver, and gives nobody a known probability.
 * Throws a CountingError `quotas-not-met` that names the quotas missed by the draw that came closest.
 */
export function repairedLottery(programme: Programme, size: number, dice: Dice): Int32Array {
  const rulesOf = programme.kinds.map((_, kind) =>
    [...programme.rules.keys()].filter((rule) => programme.rules[rule].kinds.includes(kind)),
  );
  const plan = { programme, rulesOf };
  let closest: Seating | undefined;
  for (let draw = 0; draw < DRAWS; draw++) {
    const seating = firstDraw(plan, size, dice);
    const order = dice.shuffled([...programme.kinds.keys()]);
    while (missedOverall(plan, seating) > 0 && repair(plan, seating, order));
    if (missedOverall(plan, seating) === 0) return seating.seats;
    if (!closest || missedOverall(plan, seating) < missedOverall(plan, closest)) closest = seating;
  }
  const sums = closest?.sums ?? new Int32Array(programme.rules.length);
  const missed = programme.rules.flatMap(({ quota, ...rule }, index) =>
    quota && missedBy({ ...rule }, sums[index]) > 0 ? [`${quota.attribute}: ${quota.value} (${sums[index]})`] : [],
  );
  throw new CountingError('quotas-not-met', { quotas: missed.join('; '), draws: DRAWS });
}
