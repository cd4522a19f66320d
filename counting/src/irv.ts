import { oneOf } from './ballots/insist.ts';
import { inTieOrder, type TieRanks, tieRanks } from './ballots/tie-order.ts';
import { turnoutOf } from './ballots/turnout.ts';
import { showUnits, sumsOf, type Units, unitsOf } from './ballots/units.ts';
import type { Election } from './election.ts';
import { CountingError, type Outcome, type Step, type TieOrder } from './outcome.ts';
import { pilesOf } from './ranked/piles.ts';
import { type Queues, queuesOf, type ReadingOptions, readingOf } from './ranked/strict.ts';

/** The choices of an instant run-off; every one has a usual value and is written into the outcome. */
export interface IrvOptions extends ReadingOptions {
  /** `yes`: exclude at once as many as together have fewer votes than the next one. Usual: `no`, one by one. */
  readonly batch?: 'yes' | 'no';
  /** More than half of the votes that still count (`moving`, usual), or of those in the first round (`fixed`). */
  readonly threshold?: 'moving' | 'fixed';
  /** Stop at a majority (usual) or only when two are left. */
  readonly until?: 'majority' | 'two';
  /** Option ids that are excluded together before anyone else (undeclared write-ins). */
  readonly excludeFirst?: readonly string[];
  readonly ties?: TieOrder;
}

/**
 * Instant run-off: while nobody has a majority, the option with the fewest votes is excluded and its ballots move to their next wish.
 * A tie for the fewest is broken by the order (the later one goes) and reported, unless those tied have no votes, where any order
 * gives the same. Steps: one `round` each with votes per option (exact text), exhausted votes, threshold, who is excluded or elected.
 * Throws a CountingError for ballots other than ranked, or equal ranks when they are refused. See methods/irv.md.
 */
export function irv(election: Election, options: IrvOptions = {}): Outcome {
  const reading = readingOf(options);
  const batch = oneOf('batch', options.batch ?? 'no', ['yes', 'no']);
  const threshold = oneOf('threshold', options.threshold ?? 'moving', ['moving', 'fixed']);
  const until = oneOf('until', options.until ?? 'majority', ['majority', 'two']);
  const ranks = tieRanks(election, options.ties);
  const first = (options.excludeFirst ?? []).map((id) => indexOf(election, id));
  const queues = queuesOf(election, 'irv', reading);
  const run = runRounds(election, {
    queues,
    ranks,
    batch: batch === 'yes',
    fixed: threshold === 'fixed',
    toTwo: until === 'two',
    first,
  });
  const idOf = (i: number) => election.options[i].id;
  return {
    method: 'irv',
    options: {
      ...reading,
      batch,
      threshold,
      until,
      excludeFirst: options.excludeFirst?.join(',') ?? null,
      ties: ranks.shown,
    },
    winners: run.winner < 0 ? [] : [idOf(run.winner)],
    tied: run.tied.map((set) => set.map(idOf)),
    ...turnoutOf(election.ballots),
    steps: run.steps,
  };
}

interface Rules {
  readonly queues: Queues;
  readonly ranks: TieRanks;
  readonly batch: boolean;
  readonly fixed: boolean;
  readonly toTwo: boolean;
  readonly first: readonly number[];
}

function runRounds(election: Election, rules: Rules) {
  const units = unitsOf(election.ballots);
  const pile = dealBallots(election, { queues: rules.queues, units });
  const steps: Step[] = [];
  const tied: number[][] = [];
  let standing = inTieOrder([...election.options.keys()], rules.ranks);
  let pending = rules.first;
  let half = 0n;
  if (
    pile
      .votes()
      .slice(0, -1)
      .every((votes) => votes === 0n)
  )
    return { winner: -1, tied, steps };
  for (let round = 1; ; round++) {
    const votes = pile.votes();
    const counting = standing.reduce((sum, i) => sum + votes[i], 0n);
    if (round === 1 || !rules.fixed) half = counting;
    const leader = standing.reduce((best, i) => (votes[i] > votes[best] ? i : best), standing[0]);
    const done = standing.length === 1 || (votes[leader] * 2n > half && (!rules.toTwo || standing.length <= 2));
    const lowest = done
      ? { out: [], level: [] }
      : pending.length > 0
        ? { out: pending, level: [] }
        : fewest(standing, votes, rules.batch);
    steps.push({
      kind: 'round',
      round,
      votes: Object.fromEntries(standing.map((i) => [election.options[i].id, showUnits(votes[i], units.bottom)])),
      exhausted: showUnits(votes[election.options.length], units.bottom),
      threshold: showUnits(half, units.bottom * 2n),
      ...(done
        ? { elected: election.options[leader].id }
        : { excluded: lowest.out.map((i) => election.options[i].id) }),
    });
    if (done) return { winner: leader, tied, steps };
    if (lowest.level.length > 1) tied.push([...lowest.level]);
    pending = [];
    standing = standing.filter((i) => !lowest.out.includes(i));
    pile.exclude(lowest.out);
  }
}

/** Who goes next: the option with the fewest votes, the last of the order among level ones, or with `batch` all who cannot catch up. */
function fewest(standing: readonly number[], votes: readonly bigint[], batch: boolean) {
  const rising = [...standing].reverse().sort((a, b) => (votes[a] < votes[b] ? -1 : votes[a] > votes[b] ? 1 : 0));
  let together = 0n;
  let hopeless = 0;
  for (let i = 0; batch && i + 1 < rising.length; i++) {
    together += votes[rising[i]];
    if (together < votes[rising[i + 1]]) hopeless = i + 1;
  }
  if (hopeless > 0) return { out: rising.slice(0, hopeless), level: [] };
  const level = standing.filter((i) => votes[i] === votes[rising[0]]);
  const matters = votes[rising[0]] > 0n || level.length === standing.length;
  return { out: rising.slice(0, 1), level: matters ? level : [] };
}

/** Deals every ballot that marks anything. `votes` are the sums of the piles, those of the exhausted last. */
function dealBallots({ options }: Election, { queues, units }: { queues: Queues; units: Units }) {
  const sums = sumsOf(units, options.length + 1);
  const piles = pilesOf(queues, options.length);
  const moveOn = (row: number): void => sums.add(piles.next(row), row);
  piles.each([options.length], moveOn);
  return {
    votes: (): bigint[] => sums.read(),
    exclude(out: readonly number[]): void {
      out.forEach(piles.closeTo);
      piles.each(out, moveOn);
    },
  };
}

function indexOf({ options }: Election, id: string): number {
  const index = options.findIndex((option) => option.id === id);
  if (index < 0) throw new CountingError('option-unknown', { option: id });
  return index;
}
