import { approximate } from '../budgets/approximate.ts';
import { type Contest, takeFree, without } from '../budgets/contest.ts';
import { type Purses, UNIT } from '../equal-shares/purses.ts';
import { compare, type Rational } from '../rational.ts';
import { beginSaving, exactTime, lookAtTime, type Owed, spendSavings } from './owed.ts';

/** A purchase at its exact time (in units of `moneyScale`); `tied` are the projects that could be paid at the same time. */
export interface Payday {
  readonly p: number;
  readonly time: Rational;
  readonly tied: readonly number[];
}

/** What sequential Phragmén funded: what costs nothing, then the purchases; `misfits` = what ended the count, if that did. */
export interface PhragmenRun {
  readonly free: readonly number[];
  readonly paydays: readonly Payday[];
  readonly misfits: readonly number[];
  readonly spent: bigint;
}

/**
 * Sequential Phragmén: everybody earns money at the same pace, and a project is bought as soon as its supporters can pay for it
 * together. `stop` ends the count when a project whose turn has come does not fit into the budget; `skip` leaves such projects out.
 * `from` continues after a run of Equal Shares with what the voters have left.
 */
export function runPhragmen(
  contest: Contest,
  rule: { misfit: 'skip' | 'stop'; from?: { purses: Purses; funded: readonly number[] } },
): PhragmenRun {
  const { money } = contest;
  const free = rule.from ? [] : takeFree(contest);
  const before = rule.from ? rule.from.funded : free;
  const owed = beginSaving(contest, rule.from?.purses);
  const paydays: Payday[] = [];
  let spent = before.reduce((sum, p) => sum + money.costs[p], 0n);
  let open = without(contest, contest.buyable, before).filter((p) => money.costs[p] <= money.budget);
  for (;;) {
    if (rule.misfit === 'skip') open = open.filter((p) => money.costs[p] <= money.budget - spent);
    if (open.length === 0) return { free, paydays, misfits: [], spent };
    const next = nextPayday(contest, owed, open);
    const level = next.tied.length > 0 ? next.tied : [next.p];
    const misfits = level.filter((p) => money.costs[p] > money.budget - spent);
    if (misfits.length > 0) return { free, paydays, misfits, spent };
    spendSavings(contest, owed, next);
    paydays.push(next);
    spent += money.costs[next.p];
    open = without(contest, open, [next.p]);
  }
}

function nextPayday(contest: Contest, owed: Owed, open: readonly number[]): Payday {
  const { low, high } = owed;
  let ceiling = Number.POSITIVE_INFINITY;
  for (const p of [...open].sort((a, b) => low[a] - low[b])) {
    if (low[p] > ceiling) break;
    lookAtTime(contest, owed, p);
    ceiling = Math.min(ceiling, high[p]);
  }
  let best: { p: number; time: Rational }[] = [];
  for (const p of open) {
    if (low[p] > ceiling) continue;
    const time = exactTime(contest, owed, p);
    low[p] = Math.max(low[p], approximate(time) * (1 - 8 * UNIT));
    const order = best.length === 0 ? -1 : compare(time, best[0].time);
    if (order < 0) best = [];
    if (order <= 0) best.push({ p, time });
  }
  best.sort((a, b) => contest.ranks[a.p] - contest.ranks[b.p]);
  return { ...best[0], tied: best.length > 1 ? best.map(({ p }) => p) : [] };
}
