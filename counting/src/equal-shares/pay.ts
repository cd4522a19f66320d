import { approximate } from '../budgets/approximate.ts';
import type { Contest } from '../budgets/contest.ts';
import type { Rational } from '../rational.ts';
import { givesAll } from './exact.ts';
import { NEVER, type Purses, UNIT } from './purses.ts';

/** A payment per point: `about` is at most `error` away from the exact one; `exact` when that is known. */
export interface Share {
  readonly about: number;
  readonly error: number;
  readonly exact: Rational | undefined;
}

/** A share known exactly. */
export function exactShare(exact: Rational): Share {
  const about = approximate(exact);
  return { about, error: 4 * UNIT * about, exact };
}

/**
 * The share of project p from floats alone, or undefined when some supporter is too close to the share to tell whether
 * the money suffices. When everybody is clear of it, those who give all are exactly the right ones, and the bound is proven.
 */
export function provenShare(contest: Contest, purses: Purses, p: number): Share | undefined {
  const { support, cost, size } = contest;
  const { purse, doubt, end } = purses;
  const guess = purses.perPoint[p];
  let money = 0;
  let doubted = 0;
  let rich = 0;
  let clearance = Number.POSITIVE_INFINITY;
  for (let k = support.blockStart[p]; k < support.blockStart[p + 1]; k++) {
    const points = support.points[k];
    const due = guess * points;
    let nearest = Number.POSITIVE_INFINITY;
    for (let i = support.from[k]; i < end[k]; i++) {
      const v = support.supporter[i];
      const left = purse[2 * v];
      const mass = purse[2 * v + 1];
      const distance = Math.abs(left - due) - doubt[v];
      if (distance < nearest) nearest = distance;
      if (left < due) {
        money += left * mass;
        doubted += doubt[v] * mass;
      } else rich += mass * points;
    }
    clearance = Math.min(clearance, nearest / points);
  }
  if (rich === 0) return undefined;
  const about = (cost[p] - money) / rich;
  const error = (2 * doubted + 4 * (size[p] + 16) * UNIT * cost[p]) / rich;
  const clear = clearance > Math.abs(about - guess) + 2 * error;
  return clear ? { about, error, exact: undefined } : undefined;
}

/** Takes the share of project p from its supporters. `tied` are the projects that had the same price. */
export function pay(contest: Contest, purses: Purses, at: { p: number; share: Share; tied: readonly number[] }): void {
  const { support } = contest;
  const { p, share } = at;
  const round = purses.purchases.length;
  for (let k = support.blockStart[p]; k < support.blockStart[p + 1]; k++) {
    const points = support.points[k];
    const block = { from: support.from[k], to: purses.end[k], points, share, round };
    if (share.exact) payExactly(contest, purses, block);
    else payClearly(contest, purses, block);
  }
  purses.roundOf[p] = round;
  purses.purchases.push({ project: p, perPoint: share.about, exact: share.exact, tied: at.tied });
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly points: number;
  readonly share: Share;
  readonly round: number;
}

function payClearly({ support }: Contest, purses: Purses, { from, to, points, share, round }: Block): void {
  const { purse, doubt, brokeIn } = purses;
  const due = share.about * points;
  const error = share.error * points;
  let largest = purses.largestDoubt;
  for (let i = from; i < to; i++) {
    const v = support.supporter[i];
    const left = purse[2 * v];
    if (left >= due) {
      purse[2 * v] = left - due;
      const after = doubt[v] + error + 4 * UNIT * left;
      doubt[v] = after;
      if (after > largest) largest = after;
    } else if (left > 0) {
      purse[2 * v] = 0;
      doubt[v] = 0;
      brokeIn[v] = round;
    }
  }
  purses.largestDoubt = largest;
}

function payExactly(contest: Contest, purses: Purses, { from, to, points, share, round }: Block): void {
  const { about, error, exact } = share;
  const supporters = contest.support.supporter.subarray(from, to).filter((v) => purses.brokeIn[v] === NEVER);
  const broke = supporters.map((v) => (givesAll(contest, purses, { v, points, share: exact, about }) ? 1 : 0));
  supporters.forEach((v, i) => {
    const left = purses.purse[2 * v];
    // A remainder that rounds to nothing is kept above zero, because zero stands for broke.
    purses.purse[2 * v] = broke[i] ? 0 : Math.max(left - about * points, Number.MIN_VALUE);
    purses.doubt[v] = broke[i] ? 0 : purses.doubt[v] + error * points + 4 * UNIT * left;
    if (broke[i]) purses.brokeIn[v] = round;
    purses.largestDoubt = Math.max(purses.largestDoubt, purses.doubt[v]);
  });
}
