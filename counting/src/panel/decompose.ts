import type { Highs, Model } from 'highs';
import type { Programme } from './kinds.ts';
import type { Composition } from './lottery.ts';
import { ending, seatProgramme, withProgramme } from './solver.ts';
import { type Bounds, bestSwap, missed, rulesOfKinds } from './swaps.ts';

/** What is left to be mixed: `seats` is `left` times a point inside the rules, so that errors do not grow as less is left. */
interface Rest {
  readonly seats: Float64Array;
  readonly left: number;
}

/** Closer than this counts as equal. */
const NEAR = 1e-9;

const sumsOf = ({ rules }: Programme, seats: ArrayLike<number>): Float64Array =>
  Float64Array.from(rules, (rule) => {
    let sum = 0;
    for (const kind of rule.kinds) sum += seats[kind];
    return sum;
  });

/** What is at its limit stays there: the smallest face of the rules around the rest. */
function faceOf(programme: Programme, { seats, left }: Rest): Bounds {
  const { kinds, rules } = programme;
  const sums = sumsOf(programme, seats);
  const full = (value: number, most: number): boolean => value > left * most - NEAR;
  const empty = (value: number, least: number): boolean => value < left * least + NEAR;
  return {
    lower: seats.map((value, kind) => (full(value, kinds[kind].most) ? kinds[kind].most : 0)),
    upper: seats.map((value, kind) => (empty(value, 0) ? 0 : kinds[kind].most)),
    rowLower: sums.map((sum, row) => (full(sum, rules[row].most) ? rules[row].most : rules[row].least)),
    rowUpper: sums.map((sum, row) => (empty(sum, rules[row].least) ? rules[row].least : rules[row].most)),
  };
}

/** The largest share of `whole` that the rest can give away without leaving the rules. */
function shareOf(programme: Programme, rest: Rest, whole: Int32Array): number {
  let share = rest.left;
  // value − s·taken must stay within (left − s)·low and (left − s)·high.
  const within = (value: number, taken: number, [low, high]: readonly [number, number]): void => {
    if (taken > low) share = Math.min(share, Math.max(0, value - rest.left * low) / (taken - low));
    if (taken < high) share = Math.min(share, Math.max(0, rest.left * high - value) / (high - taken));
  };
  rest.seats.forEach((value, kind) => {
    within(value, whole[kind], [0, programme.kinds[kind].most]);
  });
  const taken = sumsOf(programme, whole);
  sumsOf(programme, rest.seats).forEach((sum, row) => {
    within(sum, taken[row], [programme.rules[row].least, programme.rules[row].most]);
  });
  return share;
}

/** Objectives tried for a corner of the face that happens to be whole, before whole numbers are asked for. */
const CORNERS = 14;

/** The same small pushes every time: they only choose among corners. */
const pushed = (cost: Float64Array, round: number): Float64Array =>
  round === 0
    ? cost
    : cost.map((value, kind) => value * (0.5 + (((kind * 2654435761 + round * 40503) >>> 0) % 1000) / 1000));

/** Branches looked at for a whole point of a face, before the mixture is left to the search over panels. */
const BRANCHES = 500;

/** Solves a kept model of the rules on one face; its columns, or nothing when the face holds no such point. */
function pointOn(highs: Highs, model: Model, [face, cost]: readonly [Bounds, Float64Array]): Float64Array | undefined {
  const kinds = { kind: 'range', from: 0, to: cost.length - 1 } as const;
  model.changeColsBounds(kinds, face.lower, face.upper);
  model.changeRowsBounds({ kind: 'range', from: 0, to: face.rowLower.length - 1 }, face.rowLower, face.rowUpper);
  model.changeColsCost(kinds, cost);
  const end = ending(highs, model);
  return end === 'best' || end === 'some' ? model.getSolution().colValue : undefined;
}

/** What stays the same while a point is taken apart. */
interface Plan {
  readonly programme: Programme;
  readonly rulesOf: readonly (readonly number[])[];
}

/** Swaps made before a point is given up. */
const SWAPS = 8;

/** A point of the face in whole seats: as it is, or rounded by largest remainder and mended by swaps within the face. */
function mended({ programme, rulesOf }: Plan, face: Bounds, point: Float64Array): Int32Array | undefined {
  const seats = Int32Array.from(point, (value) => Math.floor(value + 1e-6));
  const order = [...seats.keys()].sort((a, b) => point[b] - seats[b] - (point[a] - seats[a]) || a - b);
  const plus = (sum: number, value: number): number => sum + value;
  const short = Math.round(point.reduce(plus, 0)) - seats.reduce(plus, 0);
  for (const kind of order.slice(0, short)) seats[kind]++;
  const seating = { seats, sums: Int32Array.from(sumsOf(programme, seats)) };
  for (let swap = 0; swap < SWAPS && missed(face, seating) > 0; swap++) {
    if (!bestSwap(face, seating, { rulesOf, order })) return undefined;
  }
  return missed(face, seating) === 0 ? seats : undefined;
}

/** A whole panel of the smallest face around the rest, and as much of it as the rules allow. */
type Find = (rest: Rest) => Composition | undefined;

function composed({ programme }: Plan, rest: Rest, seats: Int32Array | undefined): Composition | undefined {
  const share = seats ? shareOf(programme, rest, seats) : 0;
  return seats && share >= 1e-12 ? { seats, share } : undefined;
}

const pointOf = ({ seats, left }: Rest): Float64Array => seats.map((value) => value / left);

/** The panel closest to the rest itself, without a solver. */
const nearest =
  (plan: Plan): Find =>
  (rest) =>
    composed(plan, rest, mended(plan, faceOf(plan.programme, rest), pointOf(rest)));

interface Models {
  readonly highs: Highs;
  readonly linear: Model;
  readonly whole: Model;
}

/** A corner of the face that is whole or can be mended, else any whole point. */
function panelOn(plan: Plan, { highs, linear, whole }: Models, rest: Rest): Int32Array | undefined {
  const face = faceOf(plan.programme, rest);
  const cost = pointOf(rest);
  for (let round = 0; round < CORNERS; round++) {
    const corner = pointOn(highs, linear, [face, pushed(cost, round)]);
    if (!corner) return undefined;
    const panel = mended(plan, face, corner);
    if (panel) return panel;
  }
  const point = pointOn(highs, whole, [face, cost]);
  return point && Int32Array.from(point, Math.round);
}

/** A mixture that makes up `1 − left` of the fractions asked for. */
export interface Mixture {
  readonly compositions: readonly Composition[];
  readonly left: number;
}

/** Less than this is not worth another panel. */
export const NOTHING_LEFT = 1e-7;

/** Moves panels from the rest to `compositions` until nothing is left or none is found; what is left then. */
function takeAway(compositions: Composition[], from: Rest, find: Find): Rest {
  let rest = from;
  while (rest.left > NOTHING_LEFT) {
    const panel = find(rest);
    if (!panel) break;
    compositions.push(panel);
    const seats = rest.seats.map((value, kind) => value - panel.share * panel.seats[kind]);
    rest = { seats, left: rest.left - panel.share };
  }
  return rest;
}

/**
 * Writes fractions of seats as a mixture of whole panels that each meet every rule: takes a whole panel from the smallest face around
 * the rest, as much of it as the rules allow, and goes on with what is left (Carathéodory; Grötschel, Lovász & Schrijver).
 * The rest itself is rounded as long as that gives panels; only then is the solver asked.
 * Stops early where a face holds no whole panel, and says how much is left.
 */
export function decompose(highs: Highs, programme: Programme, seats: Float64Array): Mixture {
  const plan = { programme, rulesOf: rulesOfKinds(programme) };
  const compositions: Composition[] = [];
  const near = nearest(plan);
  const rest = takeAway(compositions, { seats, left: 1 }, near);
  if (rest.left <= NOTHING_LEFT) return { compositions, left: rest.left };
  const data = seatProgramme(programme);
  return withProgramme(highs, data, (linear) =>
    withProgramme(highs, { ...data, whole: true, any: true, branches: BRANCHES }, (whole) => {
      const models = { highs, linear, whole };
      const find: Find = (now) => near(now) ?? composed(plan, now, panelOn(plan, models, now));
      return { compositions, left: takeAway(compositions, rest, find).left };
    }),
  );
}
