import { insistOnKind } from './ballots/insist.ts';
import { turnoutOf } from './ballots/turnout.ts';
import { layOut } from './budgets/contest.ts';
import { budgetKinds } from './budgets/marks.ts';
import { showMoney } from './budgets/show.ts';
import type { Election } from './election.ts';
import { compareWithGreedy } from './equal-shares/comparison.ts';
import { complete } from './equal-shares/complete.ts';
import { runByRules } from './equal-shares/endowments.ts';
import { explainRun } from './equal-shares/explain.ts';
import { type EqualSharesOptions, settleRules, showRules } from './equal-shares/options.ts';
import { emptyPurses } from './equal-shares/purses.ts';
import type { Outcome } from './outcome.ts';

export type { Completion, EqualSharesOptions } from './equal-shares/options.ts';

/**
 * The Method of Equal Shares (Peters, Pierczyński, Skowron 2021; equalshares.net). Everybody holds an equal share of the budget; again
 * and again the project is bought whose supporters can pay for it together at the lowest price per unit of utility, each
 * paying the same or all that they have left. A voter of weight w counts as w voters. All decisions are exact.
 * Throws a CountingError when the ballots, the budget, a cost or an option value cannot be used. See methods/equal-shares.md.
 */
export function equalShares(election: Election, options: EqualSharesOptions = {}): Outcome {
  insistOnKind(election, 'equal-shares', budgetKinds);
  const rules = settleRules(election.kind, options);
  const contest = layOut(election, rules);
  const purses = emptyPurses(contest);
  const { run, steps: endowments } = runByRules(contest, purses, rules);
  const explained = explainRun(contest, purses, run);
  const added = complete(contest, purses, { run, completion: rules.completion });
  const funded = [...run.free, ...run.bought, ...added.funded];
  const kept = rules.comparison === 'yes' ? compareWithGreedy(contest, funded, rules.utility) : undefined;
  const winners = kept?.winners ?? funded;
  const name = (p: number): string => election.options[p].id;
  const ties = [...purses.purchases.map((purchase) => purchase.tied), ...added.tied, ...(kept?.tied ?? [])];
  return {
    method: 'equal-shares',
    options: showRules(rules),
    winners: winners.map(name),
    tied: ties.filter((tie) => tie.length > 1).map((tie) => tie.map(name)),
    ...turnoutOf(election.ballots),
    spent: showMoney(
      contest.money,
      winners.reduce((sum, p) => sum + contest.money.costs[p], 0n),
    ),
    budget: showMoney(contest.money, contest.money.budget),
    steps: [...endowments, ...explained, ...added.steps, ...(kept ? [kept.step] : [])],
  };
}
