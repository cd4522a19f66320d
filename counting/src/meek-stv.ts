import { seatsOf } from './ballots/insist.ts';
import { type TieRanks, tieRanks } from './ballots/tie-order.ts';
import { turnoutOf } from './ballots/turnout.ts';
import { showDecimal, unitsOf } from './ballots/units.ts';
import type { Election } from './election.ts';
import type { Outcome, Step, TieOrder } from './outcome.ts';
import { meekVotes, one } from './ranked/meek-votes.ts';
import { queuesOf, type ReadingOptions, readingOf } from './ranked/strict.ts';

/** The choices of a Meek count; every one has a usual value and is written into the outcome. */
export interface MeekStvOptions extends ReadingOptions {
  /** How many are elected; usually what the election says, else one. */
  readonly seats?: number;
  readonly ties?: TieOrder;
}

/** The surplus below which the votes count as settled: one millionth of a vote. */
const settled = 1_000n;

/**
 * Single transferable vote by Meek's method, as the reference rule says (Proportional Representation Foundation, "Reference Meek Rule"):
 * every elected option keeps of each ballot only the part it needs; nine decimals, kept parts rounded up; the votes are settled when the
 * total surplus is below 0.000001 or no longer falls. The lowest option is then excluded; options within the total surplus of it are tied,
 * broken by the order given (the later one goes) and reported. Steps: one `round` each. Throws a CountingError for ballots other than ranked,
 * or equal ranks when they are refused. See methods/meek-stv.md.
 */
export function meekStv(election: Election, options: MeekStvOptions = {}): Outcome {
  const reading = readingOf(options);
  const seats = seatsOf(election, options.seats);
  const ranks = tieRanks(election, options.ties);
  const units = unitsOf(election.ballots);
  const queues = queuesOf(election, 'meek-stv', reading);
  const count = meekVotes({ queues, units, options: election.options.length });
  const idOf = (i: number) => election.options[i].id;
  const run = runMeek({ count, seats, ranks, bottom: units.bottom, idOf });
  return {
    method: 'meek-stv',
    options: { seats, decimals: 9, tolerance: '0.000001', ...reading, ties: ranks.shown },
    winners: run.elected.map(idOf),
    tied: run.tied.map((set) => set.map(idOf)),
    ...turnoutOf(election.ballots),
    steps: run.steps,
  };
}

interface Meek {
  readonly count: ReturnType<typeof meekVotes>;
  readonly seats: number;
  readonly ranks: TieRanks;
  readonly bottom: bigint;
  readonly idOf: (option: number) => string;
}

interface MeekState extends Meek {
  readonly hopeful: Set<number>;
  readonly elected: number[];
  readonly tied: number[][];
  readonly steps: Step[];
}

function runMeek(meek: Meek): Pick<MeekState, 'elected' | 'tied' | 'steps'> {
  const { count, seats, ranks } = meek;
  const state: MeekState = { ...meek, hopeful: new Set(count.keep.keys()), elected: [], tied: [], steps: [] };
  if (count.distribute().every((votes) => votes === 0n)) return state;
  const full = () => state.elected.length >= seats || state.elected.length + state.hopeful.size <= seats;
  while (!full()) {
    const { votes, surplus, elected } = settle(state, full);
    if (elected) continue;
    const out = lowest(state, { votes, surplus });
    state.hopeful.delete(out);
    count.keep[out] = 0;
    state.steps.push({
      kind: 'round',
      action: 'excluded',
      of: state.idOf(out),
      surplus: showDecimal(surplus, state.bottom, 9),
    });
  }
  if (state.elected.length < seats) {
    const votes = count.distribute();
    const rest = [...state.hopeful].sort((a, b) =>
      votes[a] === votes[b] ? ranks.before[a] - ranks.before[b] : votes[a] > votes[b] ? -1 : 1,
    );
    state.elected.push(...rest);
    state.steps.push({ kind: 'round', action: 'vacancies', elected: rest.map(state.idOf) });
  }
  return state;
}

/** Repeats the distribution until somebody is elected or the votes are settled. */
function settle(state: MeekState, full: () => boolean) {
  const { count, seats, bottom } = state;
  let before: bigint | undefined;
  for (;;) {
    const votes = count.distribute();
    const all = votes.reduce((sum, part) => sum + part, 0n);
    const quota = (all / (bottom * BigInt(seats + 1)) + 1n) * bottom;
    const reached = electAt(state, votes, quota);
    const surplus = state.elected.reduce((sum, i) => (votes[i] > quota ? sum + votes[i] - quota : sum), 0n);
    const calm = surplus < settled * bottom || (reached.length === 0 && before !== undefined && surplus >= before);
    if (reached.length > 0 || calm) state.steps.push(roundStep(state, { votes, quota, reached }));
    if (full()) return { votes, surplus, elected: true };
    if (calm) return { votes, surplus, elected: false };
    before = surplus;
    for (const i of state.elected) count.keep[i] = lowerKeep(count.keep[i], { quota, votes: votes[i] });
  }
}

function electAt(state: MeekState, votes: readonly bigint[], quota: bigint): number[] {
  const { before } = state.ranks;
  const reached = [...state.hopeful].filter((i) => votes[i] >= quota);
  reached.sort((a, b) => (votes[a] === votes[b] ? before[a] - before[b] : votes[a] > votes[b] ? -1 : 1));
  for (const i of reached) state.hopeful.delete(i);
  state.elected.push(...reached);
  return reached;
}

/** keep × quota ÷ votes, each step rounded up to nine decimals. */
function lowerKeep(keep: number, { quota, votes }: { quota: bigint; votes: bigint }): number {
  const product = up(BigInt(keep) * quota, one);
  return Number(up(product * one, votes));
}

const up = (top: bigint, bottom: bigint): bigint => (top + bottom - 1n) / bottom;

function lowest(state: MeekState, { votes, surplus }: { votes: readonly bigint[]; surplus: bigint }): number {
  const { before } = state.ranks;
  const standing = [...state.hopeful];
  const [fewest] = standing.map((i) => votes[i]).sort((a, b) => (a < b ? -1 : 1));
  const level = standing.filter((i) => votes[i] <= fewest + surplus).sort((a, b) => before[a] - before[b]);
  if (level.length > 1 && level.some((i) => votes[i] > 0n)) state.tied.push(level);
  return level[level.length - 1];
}

function roundStep(
  { idOf, bottom, count }: MeekState,
  { votes, quota, reached }: { votes: readonly bigint[]; quota: bigint; reached: readonly number[] },
): Step {
  const show = (sum: bigint): string => showDecimal(sum, bottom, 9);
  const shown = [...votes.keys()].filter((i) => count.keep[i] > 0);
  return {
    kind: 'round',
    action: 'votes',
    quota: show(quota),
    votes: Object.fromEntries(shown.map((i) => [idOf(i), show(votes[i])])),
    keep: Object.fromEntries(shown.map((i) => [idOf(i), (count.keep[i] / 1e9).toFixed(9)])),
    elected: reached.map(idOf),
  };
}
