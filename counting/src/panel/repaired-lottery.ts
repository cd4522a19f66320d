import { CountingError } from '../outcome.ts';
import type { Dice } from './dice.ts';
import type { Programme } from './kinds.ts';
import { type Bounds, bestSwap, missed, move, rulesOfKinds, type Seating } from './swaps.ts';

/** Draws begun anew before giving up. */
const DRAWS = 50;

interface Plan {
  readonly programme: Programme;
  readonly rulesOf: readonly (readonly number[])[];
  readonly bounds: Bounds;
}

const planOf = (programme: Programme): Plan => ({
  programme,
  rulesOf: rulesOfKinds(programme),
  bounds: {
    lower: programme.kinds.map(() => 0),
    upper: programme.kinds.map((kind) => kind.most),
    rowLower: programme.rules.map((rule) => rule.least),
    rowUpper: programme.rules.map((rule) => rule.most),
  },
});

/** Seats drawn one after the other from the whole pool, as if there were no quotas. */
function firstDraw(plan: Plan, size: number, dice: Dice): Seating {
  const { kinds, rules } = plan.programme;
  const seating = { seats: new Int32Array(kinds.length), sums: new Int32Array(rules.length) };
  const tickets = dice.shuffled(kinds.flatMap((kind, index) => kind.people.map(() => index)));
  let seated = 0;
  for (const kind of tickets) {
    if (seated === size) break;
    if (seating.seats[kind] >= kinds[kind].most) continue;
    move(plan.rulesOf, seating, [kind, 1]);
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
  const plan = planOf(programme);
  let closest: Seating | undefined;
  for (let draw = 0; draw < DRAWS; draw++) {
    const seating = firstDraw(plan, size, dice);
    const order = dice.shuffled([...programme.kinds.keys()]);
    while (missed(plan.bounds, seating) > 0 && bestSwap(plan.bounds, seating, { rulesOf: plan.rulesOf, order }));
    if (missed(plan.bounds, seating) === 0) return seating.seats;
    if (!closest || missed(plan.bounds, seating) < missed(plan.bounds, closest)) closest = seating;
  }
  const sums = closest?.sums ?? new Int32Array(programme.rules.length);
  const named = programme.rules.flatMap(({ quota, least, most }, row) =>
    quota && (sums[row] < least || sums[row] > most) ? [`${quota.attribute}: ${quota.value} (${sums[row]})`] : [],
  );
  throw new CountingError('quotas-not-met', { quotas: named.join('; '), draws: DRAWS });
}
