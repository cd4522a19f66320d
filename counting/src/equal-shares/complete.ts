import type { Contest } from '../budgets/contest.ts';
import { decidedTies, fundInOrder, type Ready } from '../budgets/fund.ts';
import { byScore } from '../greedy.ts';
import type { Step } from '../outcome.ts';
import { explainPaydays } from '../phragmen/explain.ts';
import { runPhragmen } from '../phragmen/run.ts';
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
  if (completion === 'phragmen') return addByPhragmen(contest, purses, run);
  return { funded: [], tied: [], steps: [] };
}

/** Lets everybody earn more, on top of what they have left, and leaves out what does not fit. */
function addByPhragmen(contest: Contest, purses: Purses, run: Run): Added {
  const funded = [...run.free, ...run.bought];
  const more = runPhragmen(contest, { misfit: 'skip', from: { purses, funded } });
  return {
    funded: more.paydays.map(({ p }) => p),
    tied: more.paydays.map(({ tied }) => tied),
    steps: explainPaydays(contest, more).map((step) => ({ ...step, by: 'phragmen' })),
  };
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
