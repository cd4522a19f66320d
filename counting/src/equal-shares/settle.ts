import type { Contest } from '../budgets/contest.ts';
import { add, multiply, type Rational, rational } from '../rational.ts';
import { paymentOf } from './exact.ts';
import type { Purses } from './purses.ts';

/** One purchase of a finished run: how many supporters it had, how many gave all they had, the most points of one who had more, the exact payment per point. */
export interface Settled {
  readonly supporters: number;
  readonly gaveAll: number;
  readonly mostPoints: number;
  readonly perPoint: Rational;
}

/**
 * Settles the purchases of a finished run in their order. The supporters of each are asked once, as they lie in memory, when they went
 * broke: that tells who gave all they had, and what those who went broke later had paid before. So the exact payments of a
 * million voters need no look at anybody's ballot.
 */
export function settlePurchases(contest: Contest, purses: Purses): Settled[] {
  const { money } = contest;
  const rounds = purses.purchases.length;
  const tallies = talliesOf(contest, rounds);
  const paidBefore = purses.purchases.map(() => rational(0));
  return purses.purchases.map((purchase, round) => {
    const mostPoints = addSupporters(contest, purses, { p: purchase.project, round, tallies });
    let rich = 0n;
    for (let later = round + 1; later <= rounds; later++) rich += tallies.points(later);
    purchase.exact ??= paymentOf({
      cost: rational(money.costs[purchase.project]),
      held: multiply(rational(tallies.voters(round)), purses.endowment),
      paid: paidBefore[round],
      rich,
    });
    for (let later = round + 1; later < rounds; later++) {
      const points = tallies.points(later);
      if (points > 0n) paidBefore[later] = add(paidBefore[later], multiply(rational(points), purchase.exact));
    }
    const { supporters, gaveAll } = tallies.people(round);
    tallies.clear();
    return { supporters, gaveAll, mostPoints, perPoint: purchase.exact };
  });
}

type Tallies = ReturnType<typeof talliesOf>;

/** Sums by the round in which voters went broke, the last for those who never did: people, and the points they give. */
function talliesOf({ money: { weights } }: Contest, rounds: number) {
  const classes = weights.length;
  const people = new Float64Array((rounds + 1) * classes);
  const given = new Float64Array((rounds + 1) * classes);
  const weighed = (sums: Float64Array, round: number): bigint =>
    weights.reduce((sum, weight, w) => sum + weight * BigInt(sums[round * classes + w]), 0n);
  const sumOf = (list: Float64Array): number => list.reduce((sum, own) => sum + own, 0);
  return {
    add(at: { round: number; weight: number; times: number; points: number }): void {
      people[at.round * classes + at.weight] += at.times;
      given[at.round * classes + at.weight] += at.times * at.points;
    },
    voters: (round: number): bigint => weighed(people, round),
    points: (round: number): bigint => weighed(given, round),
    people: (round: number) => ({
      supporters: sumOf(people),
      gaveAll: sumOf(people.subarray(round * classes, (round + 1) * classes)),
    }),
    clear(): void {
      people.fill(0);
      given.fill(0);
    },
  };
}

/** Adds the supporters of p to the tallies, block by block. Returns the most points of one who was not broke after that round. */
function addSupporters(
  { support, money }: Contest,
  { brokeIn, purchases }: Purses,
  { p, round, tallies }: { p: number; round: number; tallies: Tallies },
): number {
  const { supporter, from, to, points, alike, voters } = support;
  const rounds = purchases.length;
  const counts = new Uint32Array(rounds + 1);
  let mostPoints = 0;
  for (let k = support.blockStart[p]; k < support.blockStart[p + 1]; k++) {
    counts.fill(0);
    for (let i = from[k]; i < to[k]; i++) counts[Math.min(brokeIn[supporter[i]], rounds)]++;
    if (counts.some((count, broke) => count > 0 && broke > round)) mostPoints = Math.max(mostPoints, points[k]);
    if (alike[k] > 0 && money.weights.length === 1) {
      const times = voters.times[supporter[from[k]]];
      counts.forEach((count, broke) => {
        if (count > 0) tallies.add({ round: broke, weight: 0, times: count * times, points: points[k] });
      });
      continue;
    }
    for (let i = from[k]; i < to[k]; i++) {
      const v = supporter[i];
      tallies.add({
        round: Math.min(brokeIn[v], rounds),
        weight: voters.weight[v],
        times: voters.times[v],
        points: points[k],
      });
    }
  }
  return mostPoints;
}
