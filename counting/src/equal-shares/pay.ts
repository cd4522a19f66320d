import { approximate } from '../budgets/approximate.ts';
import { type Contest, eachSupporter } from '../budgets/contest.ts';
import type { Rational } from '../rational.ts';
import { givesAll } from './exact.ts';
import { NEVER, opened, openPurses, type Purses, together, UNIT } from './purses.ts';

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

/** Those of a glance along the supporters whose purses are to be opened. */
const near = new Uint32Array(together + 1);
/** Whoever has so many rough steps more than a share is clear of it, and the purse need not be opened. */
const clearSteps = 64;

/**
 * Those who have less than a share: their `money` and what it is `doubted` by. The others: the points they give. How far everybody is from it,
 * per point. Those who give all without being broke are written down as givers.
 */
function splitAt(contest: Contest, purses: Purses, at: { p: number; guess: number }) {
  const { support } = contest;
  const { supporter, mass, alike } = support;
  const { rough, givers, step } = purses;
  const split = { money: 0, doubted: 0, rich: 0, clearance: at.guess };
  let count = 0;
  for (let k = support.blockStart[at.p]; k < support.blockStart[at.p + 1]; k++) {
    const points = support.points[k];
    const due = at.guess * points;
    const clear = Math.ceil(due / step) + purses.slack + clearSteps;
    let nearest = clearSteps * step;
    let money = 0;
    let doubted = 0;
    let able = 0;
    for (let begin = support.from[k]; begin < support.to[k]; begin += together) {
      const end = Math.min(begin + together, support.to[k]);
      let length = 0;
      for (let i = begin; i < end; i++) {
        const v = supporter[i];
        const steps = rough[v];
        near[length] = v;
        length += Number(steps > 0) * Number(steps < clear);
        able += (alike[k] > 0 ? alike[k] : mass[v]) * Number(steps >= clear);
      }
      openPurses(contest, purses, { voters: near, length });
      for (let i = 0; i < length; i++) {
        const v = near[i];
        const left = opened.left[i];
        const doubt = opened.doubt[i];
        const own = alike[k] > 0 ? alike[k] : mass[v];
        nearest = Math.min(nearest, Math.abs(left - due) - doubt);
        const gives = Number(left < due);
        givers[count] = v;
        count += gives;
        money += left * own * gives;
        doubted += doubt * own * gives;
        able += own * (1 - gives);
      }
    }
    split.money += money;
    split.doubted += doubted;
    split.rich += able * points;
    split.clearance = Math.min(split.clearance, nearest / points);
  }
  purses.givenFor = at.p;
  purses.giverCount = count;
  return split;
}

/** Takes the share of project p from its supporters. `tied` are the projects that had the same price. */
export function pay(contest: Contest, purses: Purses, at: { p: number; share: Share; tied: readonly number[] }): void {
  const { p, share } = at;
  const round = purses.purchases.length;
  if (share.exact) findGivers(contest, purses, { p, share: share.exact, about: share.about });
  else if (purses.givenFor !== p) splitAt(contest, purses, { p, guess: share.about });
  takeShares(contest, purses, { p, share });
  for (let i = 0; i < purses.giverCount; i++) {
    const v = purses.givers[i];
    purses.rough[v] = 0;
    purses.brokeIn[v] = round;
  }
  purses.givenFor = -1;
  purses.paid[p] = share.about;
  purses.paidError[p] = share.error;
  purses.roundOf[p] = round;
  purses.purchases.push({ project: p, perPoint: share.about, exact: share.exact, tied: at.tied });
}

/** Takes from the rough purses of all supporters what they surely pay; nobody comes to nothing by that alone. */
function takeShares({ support }: Contest, purses: Purses, { p, share }: { p: number; share: Share }): void {
  const { supporter, from, to } = support;
  const { rough, step } = purses;
  let largest = 0;
  for (let k = support.blockStart[p]; k < support.blockStart[p + 1]; k++) {
    const points = support.points[k];
    const surely = Math.max(share.about - share.error, 0) * points * (1 - 4 * UNIT);
    const steps = Math.min(Math.floor(surely / step), 0xffff);
    if (points > largest) largest = points;
    for (let i = from[k]; i < to[k]; i++) {
      const v = supporter[i];
      const before = rough[v];
      // Without a branch: nobody can guess who has less.
      const rest = (before - steps) & ~((before - steps) >> 31);
      rough[v] = rest + Number(rest === 0) * Number(before > 0);
    }
  }
  purses.slack += 2 + (4 * share.error * largest) / step;
}

/** Writes down who gives all for project p at an exact share. */
function findGivers(contest: Contest, purses: Purses, at: { p: number; share: Rational; about: number }): void {
  let count = 0;
  eachSupporter(contest, at.p, (v, points) => {
    if (purses.brokeIn[v] !== NEVER || !givesAll(contest, purses, { ...at, v, points })) return;
    purses.givers[count++] = v;
  });
  purses.givenFor = at.p;
  purses.giverCount = count;
}
