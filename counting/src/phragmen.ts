import { insistOnKind, oneOf } from './ballots/insist.ts';
import { turnoutOf } from './ballots/turnout.ts';
import { layOut } from './budgets/contest.ts';
import { budgetKinds } from './budgets/marks.ts';
import { showMoney } from './budgets/show.ts';
import { showTies, type Ties } from './budgets/tie-order.ts';
import type { Election } from './election.ts';
import type { Outcome } from './outcome.ts';
import { explainPaydays } from './phragmen/explain.ts';
import { runPhragmen } from './phragmen/run.ts';

/** The choices of sequential Phragmén. */
export interface PhragmenOptions {
  /** When a project whose turn has come does not fit into the budget: stop (usual), or leave it out and go on. */
  readonly misfit?: 'stop' | 'skip';
  readonly ties?: Ties;
}

/**
 * Sequential Phragmén for budgets: everybody earns money at the same pace, and as soon as the supporters of a project can pay
 * for it together it is bought and they begin again with nothing. Any mark of more than 0 points, and any rank, is support;
 * a voter of weight w earns w times as fast. Projects dearer than the whole budget take no part. All decisions are exact.
 * Throws a CountingError when the ballots, the budget, a cost or an option value cannot be used. See methods/phragmen.md.
 */
export function phragmen(election: Election, options: PhragmenOptions = {}): Outcome {
  insistOnKind(election, 'phragmen', budgetKinds);
  const misfit = oneOf('misfit', options.misfit ?? 'stop', ['stop', 'skip']);
  const ties = options.ties ?? 'list';
  const contest = layOut(election, { utility: 'cardinality', ties });
  const run = runPhragmen(contest, { misfit });
  const name = (p: number): string => election.options[p].id;
  const last = run.misfits.length > 1 ? [run.misfits] : [];
  return {
    method: 'phragmen',
    options: { misfit, ties: showTies(ties) },
    winners: [...run.free, ...run.paydays.map(({ p }) => p)].map(name),
    tied: [...run.paydays.map(({ tied }) => tied), ...last].filter((tie) => tie.length > 1).map((tie) => tie.map(name)),
    ...turnoutOf(election.ballots),
    spent: showMoney(contest.money, run.spent),
    budget: showMoney(contest.money, contest.money.budget),
    steps: explainPaydays(contest, run),
  };
}
