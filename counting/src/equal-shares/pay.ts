import { approximate } from '../budgets/approximate.ts';
import type { Contest } from '../budgets/contest.ts';
import type { Rational } from '../rational.ts';
import { givesAll } from './exact.ts';
import { NEVER, type Purses, stepsOf, UNIT } from './purses.ts';

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
 * The share of project p from floats alone: the supporters who have less give all, until those who do stay the same. Undefined when some
 * supporter is too close to the share, or the money of all too close to the cost, to tell; when everybody is
 * clear of it, those who give all are exactly the right ones, and the bound is proven.
 */
export function provenShare(contest: Contest, purses: Purses, p: number): Share | 'unaffordable' | undefined {
  const rounding = 4 * (contest.size[p] + 16) * UNIT * contest.cost[p];
  let guess = purses.perPoint[p];
  let before = Number.POSITIVE_INFINITY;
  for (;;) {
    const { money, doubted, rich, clearance } = splitAt(contest, purses, { p, guess });
    if (rich === 0) return money + 2 * doubted + rounding < contest.cost[p] ? 'unaffordable' : undefined;
    const about = (contest.cost[p] - money) / rich;
    const error = (2 * doubted + rounding) / rich;
    if (clearance > Math.abs(about - guess) + 2 * error) return { about, error, exact: undefined };
    if (rich >= before) return undefined;
    before = rich;
    guess = about;
  }
}

/** Those who have less than a share: their `money` and what it is `doubted` by. The others: the points they give. How far everybody is from it, per point. */
function splitAt({ support }: Contest, { purse }: Purses, at: { p: number; guess: number }) {
  const { supporter, mass, alike } = support;
  const split = { money: 0, doubted: 0, rich: 0, clearance: Number.POSITIVE_INFINITY };
  for (let k = support.blockStart[at.p]; k < support.blockStart[at.p + 1]; k++) {
    const points = support.points[k];
    const due = at.guess * points;
    let nearest = Number.POSITIVE_INFINITY;
    let money = 0;
    let doubted = 0;
    let able = 0;
    for (let i = support.from[k]; i < support.to[k]; i++) {
      const v = supporter[i];
      const left = purse[2 * v];
      const doubt = purse[2 * v + 1];
      const own = alike[k] > 0 ? alike[k] : mass[v];
      const distance = Math.abs(left - due) - doubt;
      if (distance < nearest) nearest = distance;
      const gives = own * Number(left < due);
      money += left * gives;
      doubted += doubt * gives;
      able += own - gives;
    }
    split.money += money;
    split.doubted += doubted;
    split.rich += able * points;
    split.clearance = Math.min(split.clearance, nearest / points);
  }
  return split;
}

/** Takes the share of project p from its supporters. `tied` are the projects that had the same price. */
export function pay(contest: Contest, purses: Purses, at: { p: number; share: Share; tied: readonly number[] }): void {
  const { support } = contest;
  const { p, share } = at;
  const round = purses.purchases.length;
  for (let k = support.blockStart[p]; k < support.blockStart[p + 1]; k++) {
    const points = support.points[k];
    const block = { from: support.from[k], to: support.to[k], points, share, round };
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
  const { purse, rough, brokeIn, step } = purses;
  const due = share.about * points;
  const error = share.error * points;
  let largest = purses.largestDoubt;
  for (let i = from; i < to; i++) {
    const v = support.supporter[i];
    const left = purse[2 * v];
    if (left >= due) {
      const after = purse[2 * v + 1] + error + 4 * UNIT * left;
      purse[2 * v] = left - due;
      purse[2 * v + 1] = after;
      rough[v] = stepsOf(left - due, step);
      if (after > largest) largest = after;
    } else if (left > 0) {
      purse[2 * v] = 0;
      purse[2 * v + 1] = 0;
      rough[v] = 0;
      brokeIn[v] = round;
    }
  }
  purses.largestDoubt = largest;
}

function payExactly(contest: Contest, purses: Purses, { from, to, points, share, round }: Block): void {
  const { purse, rough, brokeIn, step } = purses;
  const { about, error, exact } = share;
  const supporters = contest.support.supporter.subarray(from, to).filter((v) => brokeIn[v] === NEVER);
  const broke = supporters.map((v) => (givesAll(contest, purses, { v, points, share: exact, about }) ? 1 : 0));
  supporters.forEach((v, i) => {
    const left = purse[2 * v];
    // A remainder that rounds to nothing is kept above zero, because zero stands for broke.
    purse[2 * v] = broke[i] ? 0 : Math.max(left - about * points, Number.MIN_VALUE);
    purse[2 * v + 1] = broke[i] ? 0 : purse[2 * v + 1] + error * points + 4 * UNIT * left;
    rough[v] = stepsOf(purse[2 * v], step);
    if (broke[i]) brokeIn[v] = round;
    purses.largestDoubt = Math.max(purses.largestDoubt, purse[2 * v + 1]);
  });
}
