import type { TieRanks } from '../ballots/tie-order.ts';
import type { Step } from '../outcome.ts';
import type { Parcels } from './parcels.ts';

interface Count {
  readonly parcels: Parcels;
  readonly quota: bigint;
  readonly seats: number;
  readonly ranks: TieRanks;
  readonly show: (votes: bigint) => string;
  readonly idOf: (option: number) => string;
}

interface State extends Count {
  readonly hopeful: Set<number>;
  readonly elected: number[];
  /** Elected with a surplus not yet passed on. */
  readonly waiting: Set<number>;
  /** Votes at the end of every stage, the latest last. */
  readonly history: (readonly bigint[])[];
  readonly tied: number[][];
  readonly stages: Step[];
}

/** Runs the stages until every seat is filled: surpluses first, the largest first, else the lowest hopeful is excluded. */
export function stvStages(count: Count): Pick<State, 'elected' | 'tied' | 'stages'> {
  const hopeful = new Set(count.parcels.votes.keys());
  const state: State = { ...count, hopeful, elected: [], waiting: new Set(), history: [], tied: [], stages: [] };
  finishStage(state, { action: 'first' });
  while (state.elected.length < state.seats && state.hopeful.size > 0) {
    const vacant = state.seats - state.elected.length;
    if (state.hopeful.size <= vacant) fillVacancies(state);
    else if (state.waiting.size > 0) passSurplus(state);
    else excludeLowest(state);
  }
  return state;
}

function passSurplus(state: State): void {
  const { parcels, quota } = state;
  const option = pick(state, [...state.waiting], 'most');
  const total = parcels.votes[option];
  state.waiting.delete(option);
  parcels.passOn(option, quota, (value) => ((total - quota) * value) / total);
  finishStage(state, { action: 'surplus', of: state.idOf(option) });
}

function excludeLowest(state: State): void {
  const option = pick(state, [...state.hopeful], 'fewest');
  state.hopeful.delete(option);
  state.parcels.closeTo(option);
  state.parcels.passOn(option, 0n, (value) => value);
  finishStage(state, { action: 'excluded', of: state.idOf(option) });
}

/** No more hopefuls than seats: all of them are elected, the one with more votes first. */
function fillVacancies(state: State): void {
  const elected: number[] = [];
  while (state.hopeful.size > 0) {
    const option = pick(state, [...state.hopeful], 'most');
    state.hopeful.delete(option);
    elected.push(option);
  }
  state.elected.push(...elected);
  state.stages.push({
    kind: 'stage',
    stage: state.stages.length + 1,
    action: 'vacancies',
    elected: elected.map(state.idOf),
  });
}

function finishStage(state: State, facts: { action: string; of?: string }): void {
  const { parcels, quota, seats } = state;
  state.history.push([...parcels.votes]);
  const reached = [...state.hopeful].filter((option) => parcels.votes[option] >= quota);
  const elected: number[] = [];
  while (reached.length > 0 && state.elected.length < seats) {
    const option = pick(state, reached, 'most');
    reached.splice(reached.indexOf(option), 1);
    state.hopeful.delete(option);
    parcels.closeTo(option);
    state.elected.push(option);
    elected.push(option);
    if (parcels.votes[option] > quota) state.waiting.add(option);
  }
  state.stages.push({
    kind: 'stage',
    stage: state.stages.length + 1,
    ...facts,
    votes: Object.fromEntries(parcels.votes.map((votes, option) => [state.idOf(option), state.show(votes)])),
    exhausted: state.show(parcels.exhausted()),
    elected: elected.map(state.idOf),
  });
}

/** The option with most or fewest votes now; level ones by the latest stage at which they differed, then by the order given. */
function pick(state: State, options: readonly number[], wanted: 'most' | 'fewest'): number {
  const better = (a: bigint, b: bigint): boolean => (wanted === 'most' ? a > b : a < b);
  let level = options;
  for (let stage = state.history.length - 1; stage >= 0 && level.length > 1; stage--) {
    const votes = state.history[stage];
    const best = level.reduce((held, option) => (better(votes[option], held) ? votes[option] : held), votes[level[0]]);
    level = level.filter((option) => votes[option] === best);
  }
  if (level.length === 1) return level[0];
  const ordered = [...level].sort((a, b) => state.ranks.before[a] - state.ranks.before[b]);
  const changesNothing = wanted === 'fewest' && state.history.every((votes) => votes[ordered[0]] === 0n);
  if (!changesNothing) state.tied.push(ordered);
  return wanted === 'most' ? ordered[0] : ordered[ordered.length - 1];
}
