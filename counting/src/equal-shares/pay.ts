import type { Rational } from '../rational.ts';
import { approximate } from './approximate.ts';
import type { Contest } from './contest.ts';
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
 * the money suffices. When everybody is clear, those who give all are exactly the right ones, and the bound is proven.
 */
export function provenShare(contest: Contest, purses: Purses, p: number): Share | undefined {
  const { support, cost, size } = contest;
  const guess = purses.perPoint[p];
  let money = 0;
  let doubt = 0;
  let rich = 0;
  for (let k = support.blockStart[p]; k < support.blockStart[p + 1]; k++) {
    const points = support.points[k];
    for (let i = support.from[k]; i < purses.end[k]; i++) {
      const v = support.supporter[i];
      const mass = purses.purse[2 * v + 1];
      if (purses.purse[2 * v] < guess * points) {
        money += purses.purse[2 * v] * mass;
        doubt += purses.doubt[v] * mass;
      } else rich += mass * points;
    }
  }
  if (rich === 0) return undefined;
  const about = (cost[p] - money) / rich;
  const error = (2 * doubt + 4 * (size[p] + 16) * UNIT * cost[p]) / rich;
  const share = { about, error, exact: undefined };
  return everybodyIsClear(contest, purses, { p, guess, share }) ? share : undefined;
}

function everybodyIsClear(contest: Contest, purses: Purses, at: { p: number; guess: number; share: Share }): boolean {
  const { support } = contest;
  const { guess, share, p } = at;
  for (let k = support.blockStart[p]; k < support.blockStart[p + 1]; k++) {
    const points = support.points[k];
    const most = (share.about + share.error) * points * (1 + 4 * UNIT);
    const least = (share.about - share.error) * points * (1 - 4 * UNIT);
    for (let i = support.from[k]; i < purses.end[k]; i++) {
      const v = support.supporter[i];
      const left = purses.purse[2 * v];
      const clear = left < guess * points ? left + purses.doubt[v] < least : left - purses.doubt[v] > most;
      if (!clear) return false;
    }
  }
  return true;
}

/** Takes the share of project p from its supporters. `tied` are the projects that had the same price. */
export function pay(contest: Contest, purses: Purses, at: { p: number; share: Share; tied: readonly number[] }): void {
  const { support } = contest;
  const { p, share } = at;
  const round = purses.purchases.length;
  for (let k = support.blockStart[p]; k < support.blockStart[p + 1]; k++) {
    const points = support.points[k];
    const due = share.about * points;
    for (let i = support.from[k]; i < support.to[k]; i++) {
      const v = support.supporter[i];
      if (purses.brokeIn[v] !== NEVER) continue;
      const left = purses.purse[2 * v];
      if (broke(contest, purses, { v, points, share })) {
        purses.purse[2 * v] = 0;
        purses.doubt[v] = 0;
        purses.brokeIn[v] = round;
      } else {
        // A remainder that rounds to nothing is kept above zero, because zero stands for broke.
        purses.purse[2 * v] = Math.max(left - due, Number.MIN_VALUE);
        purses.doubt[v] += share.error * points + 4 * UNIT * left;
        if (purses.doubt[v] > purses.largestDoubt) purses.largestDoubt = purses.doubt[v];
      }
    }
  }
  purses.roundOf[p] = round;
  purses.purchases.push({ project: p, perPoint: share.about, exact: share.exact, tied: at.tied });
}

function broke(contest: Contest, purses: Purses, at: { v: number; points: number; share: Share }): boolean {
  const { v, points, share } = at;
  if (share.exact) return givesAll(contest, purses, { v, points, share: share.exact, about: share.about });
  return purses.purse[2 * v] < share.about * points;
}
