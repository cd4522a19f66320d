import type { Contest } from '../budgets/contest.ts';
import type { Purses } from './purses.ts';
import { UNIT } from './purses.ts';

/** What a look at one project found: cannot be bought, surely dearer than the ceiling, priced, or too close to tell. */
export type Look = 'unaffordable' | 'priced' | 'doubtful';

/** So many steps more than the money are rough purses likely to be, taken together. */
const likelySteps = 4;

/** Where a look leaves its sums: steps of money and mass of those who give all they have, points of the others. */
const found = { poorSteps: 0, poorMass: 0, richPoints: 0 };

/**
 * Finds the price of project p in the present state, as far as rough purses tell, and writes it down in `purses`: the payment
 * per point that splits the cost equally, where whoever has less gives all. A look ends early once the price is surely
 * above `ceiling`. `low[p]` is a proven lower bound: for *any* set of voters taken as giving all they have, and as
 * having no less than they do, (cost − their money) ÷ (points of the others) is at most the true payment per point.
 */
export function lookAt(contest: Contest, purses: Purses, at: { p: number; ceiling: number }): Look {
  const { p, ceiling } = at;
  const { step } = purses;
  const cost = contest.cost[p];
  const error = 2 * (contest.size[p] + 16) * UNIT * cost;
  let perPoint = purses.perPoint[p];
  let before = -1;
  for (;;) {
    sumSupporters(contest, purses, { p, perPoint });
    const money = found.poorSteps * step;
    if (found.richPoints === 0) {
      if (money + error < cost) return 'unaffordable';
      purses.perPoint[p] = perPoint;
      return 'doubtful';
    }
    const next = (cost - money) / found.richPoints;
    const settled = found.richPoints === before || next <= perPoint;
    const low = (next - error / found.richPoints) / contest.scale[p];
    perPoint = Math.max(next, perPoint);
    before = found.richPoints;
    if (!settled && low <= ceiling) continue;
    purses.perPoint[p] = perPoint;
    if (low > purses.low[p]) purses.low[p] = low;
    purses.high[p] =
      (perPoint + (found.poorMass * likelySteps * step + 3 * error) / found.richPoints) / contest.scale[p];
    return 'priced';
  }
}

/**
 * Adds up the supporters of p by what they surely have at most. Whether that is less than their share is turned into 0 or 1 and
 * multiplied in: a processor cannot foresee it, and guessing wrong costs more than all the rest of these loops.
 */
function sumSupporters({ support }: Contest, { rough, step }: Purses, at: { p: number; perPoint: number }): void {
  const { supporter, mass, blockStart, from, to, points, alike } = support;
  found.poorSteps = 0;
  found.poorMass = 0;
  found.richPoints = 0;
  for (let k = blockStart[at.p]; k < blockStart[at.p + 1]; k++) {
    const share = (at.perPoint * points[k]) / step;
    let steps = 0;
    let poor = 0;
    let broke = 0;
    let all = to[k] - from[k];
    if (alike[k] > 0) {
      for (let i = from[k]; i < to[k]; i++) {
        const most = rough[supporter[i]];
        const less = Number(most < share);
        steps += most * less;
        poor += less;
        broke += Number(most === 0);
      }
      steps *= alike[k];
      poor *= alike[k];
      broke *= alike[k];
      all *= alike[k];
    } else {
      all = 0;
      for (let i = from[k]; i < to[k]; i++) {
        const v = supporter[i];
        const most = rough[v];
        const less = mass[v] * Number(most < share);
        steps += most * less;
        poor += less;
        broke += mass[v] * Number(most === 0);
        all += mass[v];
      }
    }
    found.poorSteps += steps;
    found.poorMass += poor - broke;
    found.richPoints += (all - poor) * points[k];
  }
}
