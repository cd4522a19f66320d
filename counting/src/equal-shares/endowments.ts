import type { Contest } from '../budgets/contest.ts';
import type { Step } from '../outcome.ts';
import { add, multiply, type Rational, rational, showRational } from '../rational.ts';
import type { Rules } from './options.ts';
import type { Purses } from './purses.ts';
import { type Run, runOnce } from './run.ts';

/** The run whose outcome stands, and what was tried to find it. The state it ended in is in the purses. */
export interface Found {
  readonly run: Run;
  readonly steps: readonly Step[];
}

/** Why the raising of endowments ended. */
type Stop = 'everything-funded' | 'exhaustive' | 'would-overspend';

/**
 * The endowment everybody starts with, in units of `moneyScale`: the budget divided by the voters (a voter of weight w
 * counts as w), blank ballots included, exact or rounded down to a whole amount of the currency. Zero when there is no voter.
 */
function startEndowment(contest: Contest, start: 'floor' | 'exact'): Rational {
  const { money, election } = contest;
  let mass = 0n;
  for (let b = 0; b < election.ballots.size; b++) {
    const w = election.ballots.weight ? election.ballots.weight[b] : 0;
    mass += BigInt(election.ballots.times[b]) * money.weights[w];
  }
  if (mass === 0n) return rational(0);
  if (start === 'exact') return rational(money.budget, mass);
  return rational((money.budget / (mass * money.moneyScale)) * money.moneyScale);
}

/** Runs Equal Shares as the rules say: once, or with growing endowments. */
export function runByRules(contest: Contest, purses: Purses, rules: Rules): Found {
  if (rules.completion === 'add1' || rules.completion === 'add1u') return raiseEndowment(contest, purses, rules);
  return { run: runOnce(contest, purses, startEndowment(contest, rules.start)), steps: [] };
}

/**
 * add1 as it is defined: the endowment grows step by step; the outcome is the last one before the first that overspends,
 * or with `exhaustive` the first that leaves no room for another supported project. Also ends when everything supported is funded.
 */
function raiseEndowment(contest: Contest, purses: Purses, rules: Rules): Found {
  const step = multiply(rules.increment, rational(contest.money.moneyScale));
  const start = startEndowment(contest, rules.start);
  let tried = 1;
  let run = runOnce(contest, purses, start);
  let stopped: Stop | undefined = stopsAt(contest, run, rules);
  while (!stopped) {
    const next = runOnce(contest, purses, add(run.endowment, step));
    tried++;
    if (next.overspent) stopped = 'would-overspend';
    else {
      run = next;
      stopped = stopsAt(contest, run, rules);
    }
  }
  if (stopped === 'would-overspend') run = runOnce(contest, purses, run.endowment);
  const show = (endowment: Rational): string =>
    showRational(rational(endowment.top, endowment.bottom * contest.money.moneyScale));
  return {
    run,
    steps: [
      {
        kind: 'endowments',
        start: show(start),
        final: show(run.endowment),
        increment: showRational(rules.increment),
        tried,
        stopped,
      },
    ],
  };
}

function stopsAt(contest: Contest, run: Run, rules: Rules): Stop | undefined {
  const { money, excluded, buyable } = contest;
  const funded = new Set([...run.free, ...run.bought]);
  const missing = buyable.filter((p) => !funded.has(p) && !excluded[p].some((other) => funded.has(other)));
  if (missing.length === 0) return 'everything-funded';
  const left = money.budget - run.spent;
  return rules.exhaustive === 'yes' && missing.every((p) => money.costs[p] > left) ? 'exhaustive' : undefined;
}
