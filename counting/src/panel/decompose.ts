import type { Highs, Model } from 'highs';
import type { Programme } from './kinds.ts';
import { seatProgramme, solved, withProgramme } from './solver.ts';
import { type Bounds, bestSwap, missed, rulesOfKinds } from './swaps.ts';

/** One way to fill the panel: seats of each kind, and how likely it is. */
export interface Composition {
  readonly seats: Int32Array;
  readonly share: number;
}

/** What is left to be mixed: `seats` is `left` times a point inside the rules, so that errors do not grow as less is left. */
interface Rest {
  readonly seats: Float64Array;
  readonly left: number;
}

/** Closer than this counts as equal. */
const NEAR = 1e-9;

const sumsOf = ({ rules }: Programme, seats: ArrayLike<number>): Float64Array =>
  Float64Array.from(rules, (rule) => rule.kinds.reduce((sum, kind) => sum + seats[kind], 0));

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

/** Solves a kept model of the rules on one face; its columns, or nothing when the face holds no such point. */
function pointOn(highs: Highs, model: Model, [face, cost]: readonly [Bounds, Float64Array]): Float64Array | undefined {
  const kinds = { kind: 'range', from: 0, to: cost.length - 1 } as const;
  model.changeColsBounds(kinds, face.lower, face.upper);
  model.changeRowsBounds({ kind: 'range', from: 0, to: face.rowLower.length - 1 }, face.rowLower, face.rowUpper);
  model.changeColsCost(kinds, cost);
  return solved(highs, model) ? model.getSolution().colValue : undefined;
}

interface Models {
  readonly highs: Highs;
  readonly linear: Model;
  readonly whole: Model;
  readonly programme: Programme;
  readonly rulesOf: readonly (readonly number[])[];
}

/** Swaps made before a corner is given up. */
const SWAPS = 8;

/** The corner in whole seats: as it is, or rounded by largest remainder and mended by swaps within the face. */
function mended({ programme, rulesOf }: Models, face: Bounds, corner: Float64Array): Int32Array | undefined {
  const seats = Int32Array.from(corner, (value) => Math.floor(value + 1e-6));
  const order = [...seats.keys()].sort((a, b) => corner[b] - seats[b] - (corner[a] - seats[a]) || a - b);
  const sumOf = (list: ArrayLike<number>): number => Array.from(list).reduce((sum, value) => sum + value, 0);
  const short = Math.round(sumOf(corner)) - sumOf(seats);
  for (const kind of order.slice(0, short)) seats[kind]++;
  const seating = { seats, sums: Int32Array.from(sumsOf(programme, seats)) };
  for (let swap = 0; swap < SWAPS && missed(face, seating) > 0; swap++) {
    if (!bestSwap(face, seating, { rulesOf, order })) return undefined;
  }
  return missed(face, seating) === 0 ? seats : undefined;
}

function panelOn(models: Models, face: Bounds, cost: Float64Array): Int32Array | undefined {
  for (let round = 0; round < CORNERS; round++) {
    const corner = pointOn(models.highs, models.linear, [face, pushed(cost, round)]);
    if (!corner) return undefined;
    const panel = mended(models, face, corner);
    if (panel) return panel;
  }
  const point = pointOn(models.highs, models.whole, [face, cost]);
  return point && Int32Array.from(point, Math.round);
}

/** A mixture that makes up `1 − left` of the fractions asked for. */
export interface Mixture {
  readonly compositions: readonly Composition[];
  readonly left: number;
}

/** Less than this is not worth another panel. */
export const NOTHING_LEFT = 1e-7;

/**
 * Writes fractions of seats as a mixture of whole panels that each meet every rule: takes a whole panel from the smallest face around
 * the rest, as much of it as the rules allow, and goes on with what is left (Carathéodory; Grötschel, Lovász & Schrijver).
 * Stops early where a face holds no whole panel, and says how much is left.
 */
export function decompose(highs: Highs, programme: Programme, seats: Float64Array): Mixture {
  const data = seatProgramme(programme);
  const rulesOf = rulesOfKinds(programme);
  return withProgramme(highs, data, (linear) =>
    withProgramme(highs, { ...data, whole: true, any: true }, (whole) => {
      const compositions: Composition[] = [];
      let rest: Rest = { seats, left: 1 };
      while (rest.left > NOTHING_LEFT) {
        const { left } = rest;
        const panel = panelOn(
          { highs, linear, whole, programme, rulesOf },
          faceOf(programme, rest),
          rest.seats.map((value) => value / left),
        );
        const share = panel ? shareOf(programme, rest, panel) : 0;
        if (!panel || share < 1e-12) break;
        compositions.push({ seats: panel, share });
        rest = { seats: rest.seats.map((value, kind) => value - share * panel[kind]), left: left - share };
      }
      return { compositions, left: rest.left };
    }),
  );
}
