import { type Contest, eachSupporter } from '../budgets/contest.ts';
import { showMoney } from '../budgets/show.ts';
import type { Step } from '../outcome.ts';
import { rational, showRational } from '../rational.ts';
import type { PhragmenRun } from './run.ts';

/**
 * What sequential Phragmén did, for people: for each project bought the round, cost, supporters and the time, that is, how much
 * money everybody had earned by then (exact text in the currency of the budget, per voter of weight 1).
 */
export function explainPaydays(contest: Contest, run: PhragmenRun): Step[] {
  const name = (p: number): string => contest.election.options[p].id;
  const cost = (p: number): string => showMoney(contest.money, contest.money.costs[p]);
  const free = run.free.map((p) => ({ kind: 'free', option: name(p), cost: '0' }));
  const bought = run.paydays.map(({ p, time }, round) => ({
    kind: 'paid',
    round: round + 1,
    option: name(p),
    cost: cost(p),
    supporters: supportersIn(contest, p),
    earned: showRational(rational(time.top, time.bottom * contest.money.moneyScale)),
  }));
  const left = showMoney(contest.money, contest.money.budget - run.spent);
  const stopped = run.misfits.map((p) => ({ kind: 'stopped', option: name(p), cost: cost(p), left }));
  return [...free, ...bought, ...stopped];
}

function supportersIn(contest: Contest, p: number): number {
  const { times } = contest.support.voters;
  let people = 0;
  eachSupporter(contest, p, (v) => {
    people += times[v];
  });
  return people;
}
