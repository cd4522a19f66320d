import { insistOnKind, oneOf } from './ballots/insist.ts';
import { decidedTies, fundInOrder, listOutcome, makeReady, type Ready } from './budgets/fund.ts';
import { budgetKinds } from './budgets/marks.ts';
import { scoreOf } from './budgets/scores.ts';
import { showTies, type Ties } from './budgets/tie-order.ts';
import type { Election } from './election.ts';
import { CountingError, type Outcome } from './outcome.ts';
import { compare, parseRational } from './rational.ts';

/** The choices a town makes about the greedy rule; every one has a usual value and is written into the outcome. */
export interface GreedyOptions {
  /** What happens when the next project does not fit: pass it over (usual), or stop. */
  readonly misfit?: 'skip' | 'stop';
  /** `file`: only projects that score at least `meta.min_project_score_threshold`. Usual: no. */
  readonly threshold?: 'file' | 'no';
  readonly ties?: Ties;
}

/**
 * Greedy by votes: the project with the highest score first, then the next, while the money lasts.
 * Scores are voters times weight for approvals, points for score and cumulative ballots, and Borda points for ranked ones.
 * A project that nobody supports is never funded. Throws a CountingError when the budget, a cost or an option value is
 * missing or wrong. See methods/greedy.md.
 */
export function greedy(election: Election, options: GreedyOptions = {}): Outcome {
  insistOnKind(election, 'greedy', budgetKinds);
  const misfit = oneOf('misfit', options.misfit ?? 'skip', ['skip', 'stop']);
  const threshold = oneOf('threshold', options.threshold ?? 'no', ['file', 'no']);
  const ties = options.ties ?? 'list';
  const ready = makeReady(election, ties);
  const list = byScore(ready).filter((p) => threshold === 'no' || reachesThreshold(ready, p));
  const funding = fundInOrder(ready, list, { misfit });
  const tied = decidedTies(list, funding.funded, (a, b) => ready.scores.whole[a] === ready.scores.whole[b]);
  return listOutcome(ready, { method: 'greedy', options: { misfit, threshold, ties: showTies(ties) }, funding, tied });
}

/** The supported options, the highest score first, level ones in the order of ties. */
export function byScore({ election, scores, ranks }: Ready): number[] {
  const supported = election.options.map((_, p) => p).filter((p) => scores.whole[p] > 0n);
  return supported.sort((a, b) => {
    if (scores.whole[a] === scores.whole[b]) return ranks[a] - ranks[b];
    return scores.whole[a] > scores.whole[b] ? -1 : 1;
  });
}

function reachesThreshold({ election, scores }: Ready, p: number): boolean {
  const said = election.meta?.min_project_score_threshold;
  if (said === undefined || said.trim() === '') return true;
  try {
    return compare(scoreOf(scores, p), parseRational(said)) >= 0;
  } catch {
    throw new CountingError('bad-threshold', { threshold: said.slice(0, 40) });
  }
}
