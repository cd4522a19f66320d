import fc from 'fast-check';
import { electionOf, type PlainBallot, type PlainMarks } from '../ballots/election-of.ts';
import type { BallotKind, Election } from '../election.ts';
import { budgetKinds } from './marks.ts';

/** What the random budgets may hold; everything unless said otherwise. */
export interface Wishes {
  readonly kinds?: readonly BallotKind[];
  readonly weights?: readonly string[];
  readonly exclusive?: boolean;
  readonly costs?: readonly string[];
  readonly budgets?: readonly string[];
  readonly mostOptions?: number;
  readonly mostBallots?: number;
}

const someCosts: readonly string[] = ['0', '1', '2', '3', '3', '4', '6', '6', '12', '3/2', '0.7'];
const someBudgets: readonly string[] = ['0', '1', '5', '10', '12', '17/2', '24'];
const someWeights: readonly string[] = ['1', '1', '1', '1/2', '2/3', '2', '0'];

/** Small random budgets, full of ties: few costs, few voters, all kinds of ballots, weights, exclusions and blanks. */
export function anyBudget(wishes: Wishes = {}): fc.Arbitrary<Election> {
  const kind = fc.constantFrom(...(wishes.kinds ?? budgetKinds));
  return fc
    .tuple(kind, fc.integer({ min: 1, max: wishes.mostOptions ?? 7 }))
    .chain(([drawn, options]) => budgetOf(drawn, options, wishes));
}

function budgetOf(kind: BallotKind, options: number, wishes: Wishes): fc.Arbitrary<Election> {
  const ids = Array.from({ length: options }, (_, i) => `p${i}`);
  const ballot: fc.Arbitrary<PlainBallot> = fc.record({
    marks: marksOf(kind, ids),
    times: fc.integer({ min: 1, max: 3 }),
    weight: fc.constantFrom(...(wishes.weights ?? someWeights)),
  });
  const drawn = fc.record({
    budget: fc.constantFrom(...(wishes.budgets ?? someBudgets)),
    costs: fc.tuple(...ids.map(() => fc.constantFrom(...(wishes.costs ?? someCosts)))),
    labels: fc.tuple(...ids.map(() => fc.constantFrom('', '', '', 'a', 'b'))),
    ballots: fc.array(ballot, { maxLength: wishes.mostBallots ?? 8 }),
  });
  return drawn.map(({ budget, ballots, costs, labels }) => {
    const excludes = (i: number) => (wishes.exclusive === false || labels[i] === '' ? {} : { excludes: labels[i] });
    return electionOf({
      kind,
      budget,
      ballots,
      options: ids.map((id, i) => ({ id, cost: costs[i], ...excludes(i) })),
    });
  });
}

function marksOf(kind: BallotKind, ids: readonly string[]): fc.Arbitrary<PlainMarks> {
  if (kind === 'approval' || kind === 'ranked') return fc.shuffledSubarray([...ids]);
  const points = fc.integer({ min: kind === 'score' ? -1 : 0, max: 4 });
  return fc.dictionary(fc.constantFrom(...ids), points, { maxKeys: ids.length });
}
