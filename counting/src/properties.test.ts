import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approval } from './approval.ts';
import { electionOf, type PlainBallot, type PlainElection } from './ballots/election-of.ts';
import { borda } from './borda.ts';
import { condorcet } from './condorcet.ts';
import { copeland } from './copeland.ts';
import type { BallotKind, Election } from './election.ts';
import { irv } from './irv.ts';
import { majorityJudgment } from './majority-judgment.ts';
import { meekStv } from './meek-stv.ts';
import type { Outcome, TieOrder } from './outcome.ts';
import { rankedPairs } from './ranked-pairs.ts';
import { schulze } from './schulze.ts';
import { score } from './score.ts';
import { scottishStv } from './scottish-stv.ts';

type Count = (election: Election, options: { ties?: TieOrder; seats?: number }) => Outcome;

const ids = ['a', 'b', 'c', 'd', 'e'];
const grades = ['bad', 'fair', 'good'];
const order = fc.shuffledSubarray(ids);
const times = fc.integer({ min: 1, max: 6 });
const strict = fc.record({ marks: order, times });
const level = fc.tuple(order, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 })).map(([chosen, together]) => {
  const ranks: string[][] = [];
  chosen.forEach((id, i) => {
    if (i > 0 && together[i]) ranks[ranks.length - 1].push(id);
    else ranks.push([id]);
  });
  return ranks;
});
const valued = <Value>(value: fc.Arbitrary<Value>) =>
  fc.record({ marks: order.chain((chosen) => fc.record(Object.fromEntries(chosen.map((id) => [id, value])))), times });

const ballotsOf: Record<string, fc.Arbitrary<PlainBallot[]>> = {
  approval: fc.array(strict, { maxLength: 12 }),
  strict: fc.array(strict, { maxLength: 12 }),
  ranked: fc.array(fc.record({ marks: level, times }), { maxLength: 12 }),
  score: fc.array(valued(fc.integer({ min: 0, max: 5 })), { maxLength: 12 }) as fc.Arbitrary<PlainBallot[]>,
  grades: fc.array(valued(fc.constantFrom(...grades)), { maxLength: 12 }) as fc.Arbitrary<PlainBallot[]>,
};

const methods: [name: string, ballots: string, count: Count, monotone: boolean][] = [
  ['approval', 'approval', approval, true],
  ['score', 'score', score, true],
  ['majority-judgment', 'grades', majorityJudgment, true],
  ['schulze', 'ranked', schulze, true],
  ['ranked-pairs', 'ranked', rankedPairs, true],
  ['borda', 'ranked', borda, true],
  ['copeland', 'ranked', copeland, true],
  ['irv', 'strict', irv, false],
  ['scottish-stv', 'strict', scottishStv, false],
  ['meek-stv', 'strict', meekStv, false],
];

function elect(ballots: readonly PlainBallot[], kindOf: string, options: readonly string[] = ids): Election {
  const kind = (kindOf === 'strict' ? 'ranked' : kindOf) as BallotKind;
  return electionOf({ kind, options, ballots, ...(kind === 'grades' && { scale: grades }) } satisfies PlainElection);
}

const renamed = (ballots: readonly PlainBallot[], nameOf: (id: string) => string): PlainBallot[] =>
  JSON.parse(JSON.stringify(ballots), (key, value) => {
    if (typeof value === 'string') return ids.includes(value) ? nameOf(value) : value;
    if (key !== 'marks' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([id, mark]) => [nameOf(id), mark]));
  });

describe.each(methods)('%s', (_, kind, count, monotone) => {
  it('treats all options alike: renaming them renames the winners', () => {
    fc.assert(
      fc.property(ballotsOf[kind], fc.shuffledSubarray(ids, { minLength: 5 }), (ballots, names) => {
        const nameOf = (id: string): string => names[ids.indexOf(id)];
        const plain = count(elect(ballots, kind), { ties: ids, seats: 2 });
        const other = count(elect(renamed(ballots, nameOf), kind), { ties: names, seats: 2 });
        expect(other.winners).toEqual(plain.winners.map(nameOf));
      }),
    );
  });
  it('treats all voters alike: the order of ballots and how they are bundled change nothing', () => {
    fc.assert(
      fc.property(ballotsOf[kind], (ballots) => {
        const loose = ballots.flatMap(({ marks, times: n = 1 }) => Array.from({ length: n }, () => ({ marks })));
        expect(count(elect(loose.reverse(), kind), {})).toEqual(count(elect(ballots, kind), {}));
      }),
    );
  });
  it('weighs exactly: a weight that all share changes no winner, and two voters of 1/2 are one', () => {
    fc.assert(
      fc.property(ballotsOf[kind], (ballots) => {
        const halves = ballots.map((ballot) => ({ ...ballot, times: (ballot.times ?? 1) * 2, weight: '1/2' }));
        const plain = count(elect(ballots, kind), { seats: 2 });
        const split = count(elect(halves, kind), { seats: 2 });
        expect({ winners: split.winners, tied: split.tied }).toEqual({ winners: plain.winners, tied: plain.tied });
      }),
    );
  });
  const promised = monotone ? it : undefined;
  promised?.('never lets a winner lose by being liked more', () => {
    fc.assert(
      fc.property(ballotsOf[kind], fc.nat(), (ballots, at) => {
        const before = count(elect(ballots, kind), {});
        if (ballots.length === 0 || before.winners.length === 0) return;
        const [winner] = before.winners;
        const raised = ballots.map((ballot, i) => (i === at % ballots.length ? liked(ballot, winner, kind) : ballot));
        const ties = [winner, ...ids.filter((id) => id !== winner)];
        expect(count(elect(raised, kind), { ties }).winners).toEqual([winner]);
      }),
      { numRuns: 300 },
    );
  });
});

/** The same ballot with one option at the top. */
function liked(ballot: PlainBallot, winner: string, kind: string): PlainBallot {
  if (kind === 'score' || kind === 'grades')
    return { ...ballot, marks: { ...ballot.marks, [winner]: kind === 'score' ? 5 : 'good' } as PlainBallot['marks'] };
  const others = (ballot.marks as (string | string[])[]).map((rank) => [rank].flat().filter((id) => id !== winner));
  return {
    ...ballot,
    marks: [[winner], ...others.filter((rank) => rank.length > 0)].map((rank) =>
      kind === 'approval' ? rank[0] : rank,
    ),
  };
}

describe('comparisons of two', () => {
  it('lead Schulze and Ranked Pairs to the Condorcet winner when there is one, by either strength', () => {
    fc.assert(
      fc.property(
        ballotsOf.ranked,
        fc.constantFrom('winning-votes' as const, 'margins' as const),
        (ballots, strength) => {
          const election = elect(ballots, 'ranked');
          const { winners } = condorcet(election);
          if (winners.length === 0) return;
          expect(schulze(election, { strength }).winners).toEqual(winners);
          expect(rankedPairs(election, { strength }).winners).toEqual(winners);
          expect(copeland(election).winners).toEqual(winners);
        },
      ),
      { numRuns: 300 },
    );
  });
  it('keep Schulze and Ranked Pairs inside the Smith set', () => {
    fc.assert(
      fc.property(ballotsOf.ranked, (ballots) => {
        const election = elect(ballots, 'ranked');
        const outcome = schulze(election);
        const { smith } = outcome.steps[1] as unknown as { smith: string[] };
        for (const winner of [...outcome.winners, ...rankedPairs(election).winners]) expect(smith).toContain(winner);
      }),
    );
  });
});

describe('majority judgment', () => {
  /** The definition: take one lower median after another away. */
  const majorityValue = (marks: readonly number[]): number[] => {
    const left = [...marks].sort((a, b) => a - b);
    const value: number[] = [];
    while (left.length > 0) value.push(...left.splice(Math.floor((left.length - 1) / 2), 1));
    return value;
  };
  it('agrees with taking medians away one by one', () => {
    fc.assert(
      fc.property(ballotsOf.grades, (ballots) => {
        const voters = ballots.flatMap(({ marks, times: n = 1 }) =>
          Array.from({ length: n }, () => marks as Record<string, string>),
        );
        if (voters.every((marks) => Object.keys(marks).length === 0)) return;
        const values = ids.map((id) => majorityValue(voters.map((marks) => grades.indexOf(marks[id] ?? 'bad'))).join());
        const best = [...values].sort().at(-1);
        const outcome = majorityJudgment(elect(ballots, 'grades'));
        const level = ids.filter((_, i) => values[i] === best);
        expect(outcome.winners).toEqual([level[0]]);
        expect(outcome.tied).toEqual(level.length > 1 ? [level] : []);
      }),
      { numRuns: 300 },
    );
  });
});

describe('single transferable vote', () => {
  it('loses no vote: what everybody holds and what is exhausted add up at every stage', () => {
    fc.assert(
      fc.property(ballotsOf.strict, fc.integer({ min: 1, max: 4 }), (ballots, seats) => {
        const [quota, ...stages] = scottishStv(elect(ballots, 'strict'), { seats }).steps;
        const units = (text: unknown): number => Math.round(Number(text) * 1e5);
        for (const { votes, exhausted } of stages) {
          if (votes === undefined) continue;
          const held = Object.values(votes as Record<string, string>).reduce((sum, text) => sum + units(text), 0);
          expect(held + units(exhausted)).toBe(units(quota.votes));
        }
      }),
    );
  });
  it('fills every seat while there is anybody to fill it', () => {
    fc.assert(
      fc.property(ballotsOf.strict, fc.integer({ min: 1, max: 7 }), (ballots, seats) => {
        const someone = ballots.some(({ marks }) => (marks as string[]).length > 0);
        for (const count of [scottishStv, meekStv]) {
          const { winners } = count(elect(ballots, 'strict'), { seats });
          expect(new Set(winners).size).toBe(someone ? Math.min(seats, ids.length) : 0);
        }
      }),
    );
  });
});

describe('instant run-off', () => {
  it('agrees with counting every round anew', () => {
    fc.assert(
      fc.property(ballotsOf.strict, (ballots) => {
        expect(irv(elect(ballots, 'strict')).winners).toEqual(recount(ballots));
      }),
      { numRuns: 300 },
    );
  });
});

/** The definition of instant run-off, a round at a time. */
function recount(ballots: readonly PlainBallot[]): string[] {
  let standing = [...ids];
  if (ballots.every(({ marks }) => (marks as string[]).length === 0)) return [];
  for (;;) {
    const votes = new Map(standing.map((id) => [id, 0]));
    for (const { marks, times: n = 1 } of ballots) {
      const first = (marks as string[]).find((id) => standing.includes(id));
      if (first) votes.set(first, votes.get(first)! + n);
    }
    const all = [...votes.values()].reduce((sum, n) => sum + n, 0);
    const winner = standing.find((id) => standing.length === 1 || votes.get(id)! * 2 > all);
    if (winner) return [winner];
    const fewest = Math.min(...votes.values());
    const out = standing.findLast((id) => votes.get(id) === fewest);
    standing = standing.filter((id) => id !== out);
  }
}
