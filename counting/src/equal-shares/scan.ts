import type { Contest } from '../budgets/contest.ts';
import { type Purses, UNIT } from './purses.ts';

/** What a look at one project found: cannot be bought, surely dearer than the ceiling, priced, or too close to tell. */
export type Look = 'unaffordable' | 'priced' | 'doubtful';

/** Where a look leaves its sums: money of those who give all they have, their mass, points of the others. */
const found = { poorMoney: 0, poorMass: 0, richPoints: 0 };

/**
 * Finds the price of project p in the present state and writes it down in `purses`: the payment per point that splits the
 * cost equally, where whoever has less gives all. A look ends early once the price is surely
 * above `ceiling`. `low[p]` is a proven lower bound: for *any* set of voters taken as giving
 * all they have, (cost − their money) ÷ (points of the others) is at most the true payment per point.
 */
export function lookAt(contest: Contest, purses: Purses, at: { p: number; ceiling: number }): Look {
  const { p, ceiling } = at;
  const cost = contest.cost[p];
  const rounding = 2 * (contest.size[p] + 16) * UNIT * cost;
  let perPoint = purses.perPoint[p];
  let before = -1;
  for (;;) {
    sumSupporters(contest, purses, { p, perPoint });
    const error = found.poorMass * purses.largestDoubt + rounding;
    if (found.richPoints === 0) {
      if (found.poorMoney + error < cost) return 'unaffordable';
      purses.perPoint[p] = perPoint;
      return 'doubtful';
    }
    const next = (cost - found.poorMoney) / found.richPoints;
    const settled = found.richPoints === before || next <= perPoint;
    const low = (next - error / found.richPoints) / contest.scale[p];
    perPoint = Math.max(next, perPoint);
    before = found.richPoints;
    if (!settled && low <= ceiling) continue;
    purses.perPoint[p] = perPoint;
    if (low > purses.low[p]) purses.low[p] = low;
    purses.high[p] = (perPoint + (3 * error) / found.richPoints) / contest.scale[p];
    return 'priced';
  }
}

function sumSupporters({ support }: Contest, { purse, end }: Purses, at: { p: number; perPoint: number }): void {
  const { supporter, blockStart, from, points } = support;
  let poorMoney = 0;
  let poorMass = 0;
  let richPoints = 0;
  for (let k = blockStart[at.p]; k < blockStart[at.p + 1]; k++) {
    const share = at.perPoint * points[k];
    let rich = 0;
    let last = end[k];
    for (let i = from[k]; i < last; i++) {
      const v = supporter[i] << 1;
      const left = purse[v];
      if (left >= share) {
        rich += purse[v + 1];
      } else if (left > 0) {
        poorMoney += left * purse[v + 1];
        poorMass += purse[v + 1];
      } else {
        // Nobody who is broke comes back: keep them behind the end, for all later looks of this run.
        last--;
        const broke = supporter[i];
        supporter[i] = supporter[last];
        supporter[last] = broke;
        i--;
      }
    }
    end[k] = last;
    richPoints += rich * points[k];
  }
  found.poorMoney = poorMoney;
  found.poorMass = poorMass;
  found.richPoints = richPoints;
}
