import { approximate } from '../budgets/approximate.ts';
import { type Contest, takeFree, without } from '../budgets/contest.ts';
import { compare, type Rational } from '../rational.ts';
import { exactPerPoint, priceOf } from './exact.ts';
import { exactShare, pay, provenShare, type Share } from './pay.ts';
import { fillPurses, type Purses, UNIT } from './purses.ts';
import { lookAt } from './scan.ts';

/** What one run at a fixed endowment bought, in order; `overspent` when it was dropped for costing more than the budget. */
export interface Run {
  readonly endowment: Rational;
  readonly free: readonly number[];
  readonly bought: readonly number[];
  readonly spent: bigint;
  readonly overspent: boolean;
}

interface Choice {
  readonly p: number;
  readonly share: Share;
  readonly tied: readonly number[];
}

/** Runs Equal Shares once. The state it ends in stays in `purses`. A run is dropped as soon as it overspends. */
export function runOnce(contest: Contest, purses: Purses, endowment: Rational): Run {
  fillPurses(contest, purses, endowment);
  const free = takeFree(contest);
  const bought: number[] = [];
  let spent = 0n;
  let open = without(contest, contest.buyable, free);
  for (;;) {
    const choice = chooseNext(contest, purses, open);
    open = choice.open;
    if (!choice.next) return { endowment, free, bought, spent, overspent: false };
    const { p } = choice.next;
    pay(contest, purses, choice.next);
    bought.push(p);
    spent += contest.money.costs[p];
    if (spent > contest.money.budget) return { endowment, free, bought, spent, overspent: true };
    open = without(contest, open, [p]);
  }
}

/**
 * The affordable project with the lowest exact price, and the projects that are still affordable: rough purses rule most projects
 * out, floats with a proven bound most of the rest, and only what is then still level is worked out exactly.
 */
function chooseNext(contest: Contest, purses: Purses, given: readonly number[]): { next?: Choice; open: number[] } {
  let { open, ceiling } = scan(contest, purses, given);
  while (open.length > 0) {
    const near = open.filter((p) => purses.low[p] <= ceiling);
    const proven = proveShares(contest, purses, near);
    open = open.filter((p) => !proven.unaffordable.has(p));
    const reach = proven.reach ?? ceiling;
    const close = open.filter((p) => purses.low[p] <= reach);
    if (close.some((p) => !near.includes(p))) {
      ceiling = reach;
      continue;
    }
    const share = close.length === 1 ? proven.shares.get(close[0]) : undefined;
    if (share) return { next: { p: close[0], share, tied: [] }, open };
    const exact = cheapest(contest, purses, close);
    open = open.filter((p) => !exact.unaffordable.has(p));
    if (!exact.next) {
      ({ open, ceiling } = scan(contest, purses, open));
      continue;
    }
    const reached = exact.price * (1 + 8 * UNIT);
    if (open.every((p) => purses.low[p] > reached || close.includes(p))) return { next: exact.next, open };
    ceiling = reached;
  }
  return { open };
}

/** The shares of the projects that floats can tell. `reach` = a proven upper bound of the lowest price among them. */
function proveShares(contest: Contest, purses: Purses, near: readonly number[]) {
  const shares = new Map<number, Share>();
  const unaffordable = new Set<number>();
  let reach: number | undefined;
  for (const p of near) {
    if (reach !== undefined && purses.low[p] > reach) continue;
    const share = provenShare(contest, purses, p);
    if (share === 'unaffordable') unaffordable.add(p);
    if (!share || share === 'unaffordable') continue;
    shares.set(p, share);
    purses.perPoint[p] = share.about;
    purses.low[p] = Math.max(purses.low[p], ((share.about - share.error) / contest.scale[p]) * (1 - 8 * UNIT));
    // Farther above the exact price than rounding it can bring anybody.
    const high = ((share.about + share.error) / contest.scale[p]) * (1 + 32 * UNIT);
    if (reach === undefined || high < reach) reach = high;
  }
  return { shares, unaffordable, reach };
}

/** Looks at the open projects from the lowest bound up, until no other can be cheaper than the best seen. */
function scan(contest: Contest, purses: Purses, given: readonly number[]): { open: number[]; ceiling: number } {
  const { low, high } = purses;
  const order = [...given].sort((a, b) => low[a] - low[b]);
  const unaffordable = new Set<number>();
  let ceiling = Number.POSITIVE_INFINITY;
  for (const p of order) {
    if (low[p] > ceiling) break;
    const look = lookAt(contest, purses, { p, ceiling });
    if (look === 'unaffordable') unaffordable.add(p);
    if (look === 'priced' && high[p] < ceiling) ceiling = high[p];
  }
  return { open: unaffordable.size === 0 ? order : order.filter((p) => !unaffordable.has(p)), ceiling };
}

function cheapest(
  contest: Contest,
  purses: Purses,
  close: readonly number[],
): { next?: Choice; price: number; unaffordable: Set<number> } {
  const unaffordable = new Set<number>();
  let best: { p: number; perPoint: Rational; price: Rational }[] = [];
  for (const p of close) {
    const perPoint = exactPerPoint(contest, purses, p);
    if (!perPoint) {
      unaffordable.add(p);
      continue;
    }
    const price = priceOf(contest, p, perPoint);
    purses.perPoint[p] = approximate(perPoint);
    purses.low[p] = Math.max(purses.low[p], approximate(price) * (1 - 8 * UNIT));
    const order = best.length === 0 ? -1 : compare(price, best[0].price);
    if (order < 0) best = [];
    if (order <= 0) best.push({ p, perPoint, price });
  }
  if (best.length === 0) return { price: 0, unaffordable };
  best.sort((a, b) => contest.ranks[a.p] - contest.ranks[b.p]);
  const tied = best.length > 1 ? best.map(({ p }) => p) : [];
  return {
    next: { p: best[0].p, share: exactShare(best[0].perPoint), tied },
    price: approximate(best[0].price),
    unaffordable,
  };
}
