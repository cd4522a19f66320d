import { insistOnKind, oneOf } from './ballots/insist.ts';
import { decidedTies, fundInOrder, listOutcome, makeReady } from './budgets/fund.ts';
import { budgetKinds } from './budgets/marks.ts';
import { showTies, type Ties } from './budgets/tie-order.ts';
import type { Election } from './election.ts';
import type { Outcome } from './outcome.ts';

/** The choices of greedy by votes per cost. */
export interface GreedyPerCostOptions {
  /** What happens when the next project does not fit: pass it over (usual), or stop. */
  readonly misfit?: 'skip' | 'stop';
  readonly ties?: Ties;
}

/**
 * Greedy by votes per cost: the project with the most support for each unit of money first, while the money lasts.
 * Supported projects that cost nothing come before all others. Scores and errors as in `greedy`. See methods/greedy-per-cost.md.
 */
export function greedyPerCost(election: Election, options: GreedyPerCostOptions = {}): Outcome {
  insistOnKind(election, 'greedy-per-cost', budgetKinds);
  const misfit = oneOf('misfit', options.misfit ?? 'skip', ['skip', 'stop']);
  const ties = options.ties ?? 'list';
  const ready = makeReady(election, ties);
  const score = ready.scores.whole;
  const cost = ready.money.costs;
  const difference = (a: number, b: number): bigint =>
    cost[a] === 0n && cost[b] === 0n ? 0n : score[b] * cost[a] - score[a] * cost[b];
  const list = ready.election.options.map((_, p) => p).filter((p) => score[p] > 0n);
  list.sort((a, b) => {
    const d = difference(a, b);
    return d === 0n ? ready.ranks[a] - ready.ranks[b] : d < 0n ? -1 : 1;
  });
  const funding = fundInOrder(ready, list, { misfit });
  const tied = decidedTies(list, funding.funded, (a, b) => difference(a, b) === 0n);
  return listOutcome(ready, { method: 'greedy-per-cost', options: { misfit, ties: showTies(ties) }, funding, tied });
}
