import { approximate } from '../budgets/approximate.ts';
import { type Contest, eachSupporter, exactMass } from '../budgets/contest.ts';
import { exactMoney } from '../equal-shares/exact.ts';
import { NEVER, opened, openPurse, type Purses, UNIT } from '../equal-shares/purses.ts';
import { add, multiply, type Rational, rational, subtract } from '../rational.ts';

/**
 * Since when each voter has been saving. Everybody earns one unit of money per unit of time; at time t voter v holds
 * t − `since[v]`, so `since` is the time of the last purchase the voter took part in, or minus the money the voter had
 * at the start. Floats, each at most `doubt` away from exact; `round[v]` = the last purchase, or −1.
 * `times` are the exact times of the purchases; `low[p]` is a proven lower bound of when project p can be paid.
 */
export interface Owed {
  readonly since: Float64Array;
  readonly round: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly start: Purses | undefined;
  readonly times: Rational[];
  doubt: number;
}

/** Everybody begins with nothing, or with what a run of Equal Shares left them (`start`). */
export function beginSaving(contest: Contest, start: Purses | undefined): Owed {
  const voters = contest.support.mass.length;
  const since = new Float64Array(voters);
  let doubt = 0;
  for (let v = 0; start && v < voters; v++) {
    if (start.brokeIn[v] !== NEVER) continue;
    openPurse(contest, start, v);
    since[v] = -opened.left[0];
    doubt = Math.max(doubt, opened.doubt[0]);
  }
  const options = contest.cost.length;
  return {
    since,
    round: new Int32Array(voters).fill(-1),
    low: new Float64Array(options),
    high: new Float64Array(options),
    start,
    times: [],
    doubt,
  };
}

/** Works out in floats when the supporters of p can pay for it together: `low` and `high` enclose the exact time. */
export function lookAtTime({ support, cost, size }: Contest, owed: Owed, p: number): void {
  let sum = 0;
  let volume = 0;
  let mass = 0;
  for (let k = support.blockStart[p]; k < support.blockStart[p + 1]; k++) {
    const alike = support.alike[k];
    for (let i = support.from[k]; i < support.to[k]; i++) {
      const v = support.supporter[i];
      const own = alike > 0 ? alike : support.mass[v];
      const part = owed.since[v] * own;
      sum += part;
      volume += Math.abs(part);
      mass += own;
    }
  }
  const time = (cost[p] + sum) / mass;
  const error = owed.doubt * (1 + size[p] * UNIT) + (2 * (size[p] + 16) * UNIT * (cost[p] + volume)) / mass;
  owed.low[p] = Math.max(owed.low[p], time - error);
  owed.high[p] = time + error;
}

/** The exact time at which the supporters of p can pay for it together. */
export function exactTime(contest: Contest, owed: Owed, p: number): Rational {
  const massOf = owed.times.map(() => 0n);
  const fresh: number[] = [];
  let mass = 0n;
  eachSupporter(contest, p, (v) => {
    const own = exactMass(contest, v);
    mass += own;
    if (owed.round[v] >= 0) massOf[owed.round[v]] += own;
    else if (owed.start) fresh.push(v);
  });
  let sum = rational(contest.money.costs[p]);
  owed.times.forEach((time, k) => {
    if (massOf[k] > 0n) sum = add(sum, multiply(rational(massOf[k]), time));
  });
  const { start } = owed;
  if (start)
    sum = subtract(
      sum,
      exactMoney(
        contest,
        start,
        fresh.filter((v) => start.brokeIn[v] === NEVER),
      ),
    );
  return rational(sum.top, sum.bottom * mass);
}

/** Lets the supporters of p pay at an exact time: they begin again with nothing. */
export function spendSavings(contest: Contest, owed: Owed, at: { p: number; time: Rational }): void {
  const about = approximate(at.time);
  const round = owed.times.length;
  eachSupporter(contest, at.p, (v) => {
    owed.since[v] = about;
    owed.round[v] = round;
  });
  owed.times.push(at.time);
  owed.doubt = Math.max(owed.doubt, 8 * UNIT * about);
}
