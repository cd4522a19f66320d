import { turnoutOf } from '../ballots/turnout.ts';
import type { Election } from '../election.ts';
import type { Outcome } from '../outcome.ts';
import { exclusions } from './exclusions.ts';
import { withoutRepeats } from './marks.ts';
import { type Money, wholeMoney } from './money.ts';
import { type Scores, tallyScores } from './scores.ts';
import { showMoney, showScore } from './show.ts';
import { budgetRanks, type Ties } from './tie-order.ts';

/** A budget election made ready for the methods that go down a list: repeats removed, whole amounts, scores, tie ranks. */
export interface Ready {
  readonly election: Election;
  readonly money: Money;
  readonly scores: Scores;
  readonly ranks: Uint32Array;
  readonly excluded: readonly (readonly number[])[];
}

/** Makes an election ready; throws the CountingErrors of wholeMoney, readPoints and budgetRanks. */
export function makeReady(given: Election, ties: Ties): Ready {
  const election = withoutRepeats(given);
  const money = wholeMoney(election);
  const scores = tallyScores(election);
  const ranks = budgetRanks(election, ties, scores.whole);
  return { election, money, scores, ranks, excluded: exclusions(election.options) };
}

/** What going down a list funded: option indexes in order, what they cost, and what happened to each option looked at. */
export interface Funding {
  readonly funded: number[];
  spent: bigint;
  readonly steps: { kind: string; option: string; [fact: string]: unknown }[];
}

/**
 * Funds the options of `list` in turn while the money lasts. An option that does not fit is passed over (`skip`) or ends
 * the count (`stop`); one that was withdrawn, or that excludes itself with a funded option, is passed over. `before` holds what is funded already.
 */
export function fundInOrder(
  ready: Ready,
  list: readonly number[],
  rule: { misfit: 'skip' | 'stop'; before?: readonly number[] },
): Funding {
  const { money, excluded, election } = ready;
  const out = new Set<number>();
  const funding: Funding = { funded: [], spent: 0n, steps: [] };
  for (const p of rule.before ?? []) {
    funding.spent += money.costs[p];
    out.add(p);
    for (const other of excluded[p]) out.add(other);
  }
  for (const p of list) {
    const facts = {
      option: election.options[p].id,
      score: showScore(ready.scores, p),
      cost: showMoney(money, money.costs[p]),
    };
    const left = money.budget - funding.spent;
    if (election.options[p].withdrawn) {
      funding.steps.push({ kind: 'withdrawn', ...facts });
    } else if (out.has(p)) {
      funding.steps.push({ kind: 'excluded', ...facts });
    } else if (money.costs[p] > left) {
      funding.steps.push({
        kind: rule.misfit === 'stop' ? 'stopped' : 'skipped',
        ...facts,
        left: showMoney(money, left),
      });
      if (rule.misfit === 'stop') break;
    } else {
      funding.funded.push(p);
      funding.spent += money.costs[p];
      for (const other of excluded[p]) out.add(other);
      funding.steps.push({ kind: 'funded', ...facts, left: showMoney(money, left - money.costs[p]) });
    }
  }
  return funding;
}

/** The sets of options level by `same` of which some were funded and some were not: there the tie order decided. */
export function decidedTies(
  list: readonly number[],
  funded: readonly number[],
  same: (a: number, b: number) => boolean,
): number[][] {
  const won = new Set(funded);
  const levels: number[][] = [];
  for (const p of list) {
    const level = levels.at(-1);
    if (level && same(level[0], p)) level.push(p);
    else levels.push([p]);
  }
  return levels.filter((level) => level.some((p) => won.has(p)) && level.some((p) => !won.has(p)));
}

/** The outcome of a method that went down a list. */
export function listOutcome(
  ready: Ready,
  count: { method: string; options: Outcome['options']; funding: Funding; tied: readonly (readonly number[])[] },
): Outcome {
  const id = (p: number): string => ready.election.options[p].id;
  return {
    method: count.method,
    options: count.options,
    winners: count.funding.funded.map(id),
    tied: count.tied.map((level) => level.map(id)),
    ...turnoutOf(ready.election.ballots),
    spent: showMoney(ready.money, count.funding.spent),
    budget: showMoney(ready.money, ready.money.budget),
    steps: count.funding.steps,
  };
}
