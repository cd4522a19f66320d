import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { electionOf } from './ballots/election-of.ts';
import { anyBudget } from './budgets/any-budget.reference.ts';
import { readPoints } from './budgets/marks.ts';
import type { Ballots, Election } from './election.ts';
import { equalShares } from './equal-shares.ts';
import { add, compare, multiply, parseRational, type Rational, rational, subtract } from './rational.ts';
import { commonTrials } from './trials.ts';

for (const kind of ['approval', 'score', 'cumulative'] as const) {
  commonTrials({
    method: 'equal-shares',
    kind,
    count: (election, ties) => equalShares(election, { ties, completion: 'add1u' }),
    setting: { budget: '4', costs: { ash: '4', birch: '4', cedar: '4', dogwood: '4' } },
  });
}

const completions = ['none', 'add1', 'add1u', 'utilitarian', 'phragmen'] as const;
const utilities = ['cost', 'cardinality', 'score'] as const;

describe('equal shares', () => {
  it('never spends more than the budget, whatever completes it', () => {
    fc.assert(
      fc.property(anyBudget(), fc.constantFrom(...completions), (election, completion) => {
        const { spent, budget } = equalShares(election, { completion });
        expect(compare(parseRational(spent!), parseRational(budget!))).toBeLessThanOrEqual(0);
      }),
    );
  });
  it('never funds two projects that exclude each other', () => {
    fc.assert(
      fc.property(anyBudget(), fc.constantFrom(...completions), (election, completion) => {
        const { winners } = equalShares(election, { completion });
        const labels = winners.map((id) => labelOf(election, id)).filter((label) => label !== undefined);
        expect(new Set(labels).size).toBe(labels.length);
      }),
    );
  });
  it('gives every cohesive group what it could have bought, up to one project (EJR1)', () => {
    const plain = anyBudget({ exclusive: false, weights: ['1', '1', '1/2'] });
    fc.assert(
      fc.property(plain, fc.constantFrom(...utilities), (election, utility) => {
        const { winners } = equalShares(election, { completion: 'none', utility });
        expect(wrongedGroup(election, { winners, utility })).toBeUndefined();
      }),
    );
  });
  it('treats all voters alike: the order of the ballots and how they are merged change nothing', () => {
    fc.assert(
      fc.property(anyBudget(), fc.nat(), (election, turn) => {
        const turned = { ...election, ballots: oneByOne(election.ballots, turn) };
        expect(equalShares(turned)).toEqual(equalShares(election));
      }),
    );
  });
  it('treats all projects alike: the order of the list changes nothing but ties', () => {
    fc.assert(
      fc.property(anyBudget(), fc.nat(), (election, turn) => {
        const ties = election.options.map(({ id }) => id);
        const meta = { max_length: String(ties.length) };
        const outcome = equalShares({ ...election, meta }, { ties });
        expect(equalShares({ ...turnOptions(election, turn), meta }, { ties }).winners).toEqual(outcome.winners);
      }),
    );
  });
  it('reads a project that a voter marked twice as marked once', () => {
    const town = electionOf({
      kind: 'approval',
      budget: 4,
      options: [
        { id: 'a', cost: 2 },
        { id: 'b', cost: 4 },
      ],
      ballots: [{ marks: ['a'] }, { marks: ['b'] }],
    });
    const start = Uint32Array.from([0, 2, 3]);
    const twice = { ...town.ballots, start, option: Uint32Array.from([0, 0, 1]), value: new Int32Array(3).fill(1) };
    expect(equalShares({ ...town, ballots: twice }).winners).toEqual(equalShares(town).winners);
  });
  it('decides a tie that floats cannot see, and reports it', () => {
    const third = electionOf({
      kind: 'approval',
      budget: 1,
      options: [
        { id: 'a', cost: '0.3' },
        { id: 'b', cost: '0.1' },
      ],
      ballots: [
        { times: 3, marks: ['a'] },
        { times: 1, marks: ['b'] },
      ],
    });
    const { winners, tied } = equalShares(third, { utility: 'cardinality', completion: 'none' });
    expect(winners).toEqual(['a', 'b']);
    expect(tied).toEqual([['a', 'b']]);
  });
  it('refuses grades, unknown words and steps of nothing, with a reason', () => {
    const town = electionOf({ kind: 'approval', budget: 1, options: [{ id: 'a', cost: 1 }], ballots: [] });
    expect(() => equalShares({ ...town, kind: 'grades' })).toThrow('kind-not-accepted');
    expect(() => equalShares(town, { completion: 'later' as 'none' })).toThrow('option-value-unknown');
    expect(() => equalShares(town, { increment: '0' })).toThrow('not-a-number');
    expect(() => equalShares(town, { ties: ['x'] })).toThrow('tie-order-unknown-option');
  });
});

const labelOf = (election: Election, id: string): string | undefined =>
  election.options.find((option) => option.id === id)?.excludes;

/** Brute force over all groups of ballots and all sets of projects: one that deserved more than up to one project, if any. */
function wrongedGroup(
  election: Election,
  at: { winners: readonly string[]; utility: (typeof utilities)[number] },
): object | undefined {
  const { ballots, options } = election;
  const pointsOf = readPoints(election, at.utility);
  const weightOf = (b: number): Rational => (ballots.weight ? ballots.weights![ballots.weight[b]] : rational(1));
  const mass = (b: number): Rational => multiply(weightOf(b), rational(ballots.times[b]));
  const worth = (b: number, p: number): Rational => {
    for (let m = ballots.start[b]; m < ballots.start[b + 1]; m++) {
      if (ballots.option[m] !== p) continue;
      const points = Math.max(0, pointsOf(ballots.value[m]));
      return at.utility === 'cost' ? multiply(rational(points), options[p].cost!) : rational(points);
    }
    return rational(0);
  };
  const total = (values: Rational[]): Rational => values.reduce(add, rational(0));
  const rows = [...Array(ballots.size).keys()];
  const everybody = total(rows.map(mass));
  const won = options.map((_, p) => p).filter((p) => at.winners.includes(options[p].id));
  for (const group of subsets(rows.filter((b) => weightOf(b).top > 0n))) {
    for (const set of subsets(options.map((_, p) => p))) {
      const share = multiply(total(group.map(mass)), election.budget!);
      if (compare(multiply(total(set.map((p) => options[p].cost!)), everybody), share) > 0) continue;
      const deserved = total(
        set.map((p) => group.map((b) => worth(b, p)).reduce((x, y) => (compare(x, y) < 0 ? x : y))),
      );
      const missing = set.filter((p) => !won.includes(p));
      const served = group.some((b) => {
        const lack = subtract(deserved, total(won.map((p) => worth(b, p))));
        return lack.top <= 0n || missing.some((p) => compare(worth(b, p), lack) > 0);
      });
      if (!served) return { group, set };
    }
  }
  return undefined;
}

const subsets = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: 2 ** items.length - 1 }, (_, bits) => items.filter((_item, i) => ((bits + 1) >> i) & 1));

/** Every voter on an own row, and the rows turned. */
function oneByOne({ start, option, value, times, weight, weights }: Ballots, turn: number): Ballots {
  const voters = [...times].flatMap((count, b) => Array<number>(count).fill(b));
  const rows = voters.map((_, i) => voters[(i + turn) % voters.length]);
  const marks = rows.flatMap((b) => Array.from({ length: start[b + 1] - start[b] }, (_, i) => start[b] + i));
  const ends = rows.map(
    (
      (sum) => (b: number) =>
        (sum += start[b + 1] - start[b])
    )(0),
  );
  return {
    size: rows.length,
    start: Uint32Array.from([0, ...ends]),
    option: Uint32Array.from(marks, (m) => option[m]),
    value: Int32Array.from(marks, (m) => value[m]),
    times: new Uint32Array(rows.length).fill(1),
    ...(weight && { weight: Uint32Array.from(rows, (b) => weight[b]), weights }),
  };
}

/** The same election with its options listed in another order. */
function turnOptions(election: Election, turn: number): Election {
  const n = election.options.length;
  const place = (p: number): number => (p + turn) % n;
  const options = [...election.options];
  election.options.forEach((option, p) => {
    options[place(p)] = option;
  });
  return { ...election, options, ballots: { ...election.ballots, option: election.ballots.option.map(place) } };
}
