import { makeReady } from './budgets/fund.ts';
import { readPoints, withoutRepeats } from './budgets/marks.ts';
import type { Election } from './election.ts';
import { type EqualSharesOptions, type Rules, settleRules } from './equal-shares/options.ts';
import { byScore } from './greedy.ts';
import { add, compare, divide, multiply, type Rational, rational, subtract, toNumber } from './rational.ts';

/**
 * The Method of Equal Shares word for word: every voter apart, every amount an exact fraction, nothing clever.
 * Slow; it is what the fast count is compared with.
 */
export function equalSharesByDefinition(election: Election, options: EqualSharesOptions = {}): Reference {
  const rules = settleRules(election.kind, options);
  const town = readTown(election, rules);
  const run = rules.completion.startsWith('add1') ? raise(town, rules) : runAt(town, firstEndowment(town, rules));
  const { added, tied } = completed(town, run, rules);
  const funded = [...run.funded, ...added];
  const all = { winners: funded, tied: [...run.tied, ...tied], endowment: run.endowment };
  if (rules.comparison === 'no') return named(town, all);
  const greedy = byGreedy(town, []);
  return named(
    town,
    prefersGreedy(town, { funded, greedy: greedy.added, rules })
      ? { ...all, winners: greedy.added, tied: [...all.tied, ...greedy.tied] }
      : all,
  );
}

/** Sequential Phragmén word for word, leaving out what does not fit. */
export function phragmenByDefinition(election: Election, ties: Rules['ties']): Omit<Reference, 'endowment'> {
  const town = readTown(election, settleRules(election.kind, { utility: 'cardinality', ties }));
  const left = town.voters.map(() => ZERO);
  const free = runAt(town, ZERO).funded;
  const { added, tied } = byPhragmen(town, { funded: free, tied: [], left, endowment: ZERO });
  return named(town, { winners: [...free, ...added], tied, endowment: ZERO });
}

/** The outcome of the plain count. */
export interface Reference {
  readonly winners: string[];
  readonly tied: string[][];
  readonly endowment: Rational;
}

interface Voter {
  readonly weight: Rational;
  readonly points: ReadonlyMap<number, Rational>;
}

interface Town {
  readonly ids: string[];
  readonly costs: Rational[];
  readonly budget: Rational;
  readonly voters: Voter[];
  readonly ranks: Uint32Array;
  readonly byScore: number[];
  readonly scores: readonly bigint[];
  readonly excluded: readonly (readonly number[])[];
  readonly utility: (p: number, points: Rational) => Rational;
}

const ZERO = rational(0);
const sum = (values: Rational[]): Rational => values.reduce(add, ZERO);
const least = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);

function readTown(given: Election, rules: Rules): Town {
  const election = withoutRepeats(given);
  const { ballots, options } = election;
  const pointsOf = readPoints(election, rules.utility);
  const voters: Voter[] = [];
  for (let b = 0; b < ballots.size; b++) {
    const points = new Map<number, Rational>();
    for (let m = ballots.start[b]; m < ballots.start[b + 1]; m++) {
      const given = pointsOf(ballots.value[m]);
      if (given > 0) points.set(ballots.option[m], rational(given));
    }
    const weight = ballots.weight ? ballots.weights![ballots.weight[b]] : rational(1);
    for (let i = 0; i < ballots.times[b]; i++) voters.push({ weight, points });
  }
  const ready = makeReady(election, rules.ties);
  const costs = options.map((option) => option.cost!);
  return {
    ids: options.map((option) => option.id),
    costs,
    budget: election.budget!,
    voters,
    ranks: ready.ranks,
    byScore: byScore(ready),
    scores: ready.scores.whole,
    excluded: ready.excluded,
    utility: (p, points) => (rules.utility === 'cost' ? costs[p] : points),
  };
}

const supporters = (town: Town, p: number): number[] =>
  town.voters.flatMap(({ points, weight }, i) => (points.has(p) && weight.top > 0n ? [i] : []));

interface Run {
  readonly funded: number[];
  readonly tied: number[][];
  readonly left: Rational[];
  readonly endowment: Rational;
}

/** One run: buy what is cheapest per unit of utility until no group of supporters can pay for anything. */
function runAt(town: Town, endowment: Rational): Run {
  const left = town.voters.map(() => endowment);
  const funded: number[] = [];
  const tied: number[][] = [];
  for (;;) {
    let best: { p: number; price: Rational }[] = [];
    for (const p of town.ids.keys()) {
      if (funded.includes(p) || town.excluded[p].some((other) => funded.includes(other))) continue;
      const price = priceOf(town, p, left);
      if (!price) continue;
      const order = best.length === 0 ? -1 : compare(price, best[0].price);
      if (order < 0) best = [];
      if (order <= 0) best.push({ p, price });
    }
    if (best.length === 0) return { funded, tied, left, endowment };
    best.sort((a, b) => town.ranks[a.p] - town.ranks[b.p]);
    const [{ p, price }] = best;
    if (best.length > 1 && price.top > 0n) tied.push(best.map((one) => one.p));
    for (const i of supporters(town, p))
      left[i] = subtract(left[i], least(left[i], multiply(price, utilityOf(town, i, p))));
    funded.push(p);
  }
}

const utilityOf = (town: Town, i: number, p: number): Rational => town.utility(p, town.voters[i].points.get(p)!);

/** The price per unit of utility at which the supporters pay for p: those who cannot pay their part give all. */
function priceOf(town: Town, p: number, left: Rational[]): Rational | undefined {
  const able = supporters(town, p);
  if (able.length === 0) return undefined;
  if (town.costs[p].top === 0n) return ZERO;
  able.sort((a, b) => compare(divide(left[a], utilityOf(town, a, p)), divide(left[b], utilityOf(town, b, p))));
  let missing = town.costs[p];
  for (const [rank, i] of able.entries()) {
    const utility = sum(able.slice(rank).map((j) => multiply(town.voters[j].weight, utilityOf(town, j, p))));
    const price = divide(missing, utility);
    if (compare(multiply(price, utilityOf(town, i, p)), left[i]) <= 0) return price;
    missing = subtract(missing, multiply(town.voters[i].weight, left[i]));
  }
  return undefined;
}

function firstEndowment(town: Town, rules: Rules): Rational {
  const weight = sum(town.voters.map((voter) => voter.weight));
  if (weight.top === 0n) return ZERO;
  const exact = divide(town.budget, weight);
  return rules.start === 'exact' ? exact : rational(exact.top / exact.bottom);
}

const costOf = (town: Town, funded: number[]): Rational => sum(funded.map((p) => town.costs[p]));

/** add1: raise everybody's endowment step by step; the last outcome before the first that overspends stands. */
function raise(town: Town, rules: Rules): Run {
  let run = runAt(town, firstEndowment(town, rules));
  for (;;) {
    const { funded } = run;
    const open = [...town.ids.keys()].filter(
      (p) => supporters(town, p).length > 0 && !funded.includes(p) && !town.excluded[p].some((q) => funded.includes(q)),
    );
    if (open.length === 0) return run;
    const fits = (p: number): boolean => compare(costOf(town, [...funded, p]), town.budget) <= 0;
    if (rules.exhaustive === 'yes' && !open.some(fits)) return run;
    const next = runAt(town, add(run.endowment, rules.increment));
    if (compare(costOf(town, next.funded), town.budget) > 0) return run;
    run = next;
  }
}

interface Added {
  readonly added: number[];
  readonly tied: number[][];
}

function completed(town: Town, run: Run, rules: Rules): Added {
  if (rules.completion === 'add1u' || rules.completion === 'utilitarian') return byGreedy(town, run.funded);
  if (rules.completion === 'phragmen') return byPhragmen(town, run);
  return { added: [], tied: [] };
}

function byGreedy(town: Town, before: number[]): Added {
  const added: number[] = [];
  const list = town.byScore.filter((p) => !before.includes(p));
  for (const p of list) {
    const all = [...before, ...added];
    if (town.excluded[p].some((q) => all.includes(q))) continue;
    if (compare(costOf(town, [...all, p]), town.budget) <= 0) added.push(p);
  }
  const levels = [...new Set(list.map((p) => town.scores[p]))].map((s) => list.filter((p) => town.scores[p] === s));
  return { added, tied: levels.filter((l) => l.some((p) => added.includes(p)) && l.some((p) => !added.includes(p))) };
}

/** Everybody earns the same on top of what is left; whatever its supporters can pay first is bought, if it fits. */
function byPhragmen(town: Town, run: Run): Added {
  const money = [...run.left];
  const added: number[] = [];
  const tied: number[][] = [];
  for (;;) {
    const all = [...run.funded, ...added];
    const open = [...town.ids.keys()].filter(
      (p) =>
        supporters(town, p).length > 0 &&
        !all.includes(p) &&
        !town.excluded[p].some((q) => all.includes(q)) &&
        compare(costOf(town, [...all, p]), town.budget) <= 0,
    );
    const waits = open.map((p) => {
      const held = sum(supporters(town, p).map((i) => multiply(town.voters[i].weight, money[i])));
      const weight = sum(supporters(town, p).map((i) => town.voters[i].weight));
      return { p, wait: divide(subtract(town.costs[p], held), weight) };
    });
    if (waits.length === 0) return { added, tied };
    const wait = waits.map((one) => one.wait).reduce(least);
    const first = waits.filter((one) => compare(one.wait, wait) === 0).map((one) => one.p);
    first.sort((a, b) => town.ranks[a] - town.ranks[b]);
    if (first.length > 1) tied.push(first);
    money.forEach((held, i) => {
      money[i] = town.voters[i].points.has(first[0]) ? ZERO : add(held, wait);
    });
    added.push(first[0]);
  }
}

function prefersGreedy(town: Town, at: { funded: number[]; greedy: number[]; rules: Rules }): boolean {
  const worth = (i: number, list: number[]): Rational =>
    sum(
      list.map((p) => {
        const points = town.voters[i].points.get(p);
        return !points ? ZERO : at.rules.utility === 'score' ? points : rational(1);
      }),
    );
  const balance = sum(
    town.voters.map(({ weight }, i) =>
      multiply(weight, rational(Math.sign(compare(worth(i, at.greedy), worth(i, at.funded))))),
    ),
  );
  return toNumber(balance) > 0;
}

const named = (town: Town, result: { winners: number[]; tied: number[][]; endowment: Rational }): Reference => ({
  winners: result.winners.map((p) => town.ids[p]),
  tied: result.tied.map((tie) => tie.map((p) => town.ids[p])),
  endowment: result.endowment,
});
