import { decidedTies, fundInOrder, type Ready } from '../budgets/fund.ts';
import { byScore } from '../greedy.ts';
import type { Step } from '../outcome.ts';
import type { Contest } from './contest.ts';
import type { Completion } from './options.ts';
import type { Purses } from './purses.ts';
import type { Run } from './run.ts';

/** What a completion added to a run. */
export interface Added {
  readonly funded: readonly number[];
  readonly tied: readonly (readonly number[])[];
  readonly steps: readonly Step[];
}

/** Spends what a run left over. */
export function complete(contest: Contest, purses: Purses, at: { run: Run; completion: Completion }): Added {
  const { run, completion } = at;
  if (completion === 'add1u' || completion === 'utilitarian') return addByScore(contest, [...run.free, ...run.bought]);
  void purses;
  return { funded: [], tied: [], steps: [] };
}

/** Adds supported projects by score while the money lasts, passing over what does not fit. */
export function addByScore(contest: Ready, before: readonly number[]): Added {
  const has = new Set(before);
  const list = byScore(contest).filter((p) => !has.has(p));
  const { funded, steps } = fundInOrder(contest, list, { misfit: 'skip', before });
  const { whole } = contest.scores;
  const tied = decidedTies(list, funded, (a, b) => whole[a] === whole[b]);
  return { funded, tied, steps: steps.map((step) => ({ ...step, by: 'score' })) };
}
