import type { Highs, Model, Solution } from 'highs';
import { CountingError } from '../outcome.ts';
import type { Programme } from './kinds.ts';
import { type LinearProgramme, solved, withProgramme } from './solver.ts';

/** One level of the fairest probabilities, with the numbers that prove that no more is possible (see certificate.ts). */
export interface Level {
  /** The probability that this level reached. */
  readonly value: number;
  /** For each kind that was not settled before, its weight in the proof; the weights add up to 1. */
  readonly weights: Float64Array;
  /** The price of each rule. */
  readonly prices: Float64Array;
  /** Kinds whose probability is settled by this level. */
  readonly settled: readonly number[];
}

/** Fairest expected seats of each kind where seats may be fractions, and the levels on the way. */
export interface Relaxed {
  readonly seats: Float64Array;
  readonly levels: readonly Level[];
}

const TINY = 1e-7;

/** Columns: seats of each kind, then the level z that every unsettled kind must reach. Rows: one link for each kind, then the rules. */
function levelProgramme({ kinds, rules }: Programme): LinearProgramme {
  const z = kinds.length;
  const links = kinds.map((kind, index) => ({
    at: [index, z],
    values: [1, -kind.people.length],
    least: 0,
    most: Number.POSITIVE_INFINITY,
  }));
  const rows = rules.map(({ kinds: at, least, most }) => ({ at, values: at.map(() => 1), least, most }));
  return {
    cost: [...kinds.map(() => 0), 1],
    lower: [...kinds.map(() => 0), 0],
    upper: [...kinds.map((kind) => kind.most), 1],
    rows: [...links, ...rows],
  };
}

/** Reads a level from the optimum: kinds with a weight can't all rise, so each of them stays where it is. */
function levelOf({ kinds }: Programme, { colValue, rowDual }: Solution, open: ReadonlySet<number>): Level {
  const value = colValue[kinds.length];
  const weights = Float64Array.from(kinds, (kind, index) =>
    open.has(index) ? Math.abs(rowDual[index]) * kind.people.length : 0,
  );
  const settled = value >= 1 - TINY ? [...open] : [...open].filter((index) => weights[index] > TINY);
  return { value, weights, prices: rowDual.slice(kinds.length), settled };
}

/** What the solver takes for met may be missed by a hair: as little as possible, at most the second. */
const HAIRS = [1e-10, 1e-7] as const;

/** Keeps kinds from getting less than they have, but for a hair. */
function keep(model: Model, { kinds }: Programme, at: { floor: ReadonlyMap<number, number>; hair: number }): void {
  for (const [index, seats] of at.floor) {
    model.changeRowBounds(index, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    model.changeColBounds(index, Math.max(0, seats - at.hair), kinds[index].most);
  }
}

/** The best point with every settled kind at its floor; nothing when the rules contradict each other. */
function bestAbove(highs: Highs, model: Model, at: { programme: Programme; floor: ReadonlyMap<number, number> }) {
  if (solved(highs, model)) return model.getSolution();
  if (at.floor.size === 0) return undefined;
  for (let hair = HAIRS[0] * 10; hair <= HAIRS[1]; hair *= 10) {
    keep(model, at.programme, { floor: at.floor, hair });
    if (solved(highs, model)) return model.getSolution();
  }
  throw new CountingError('solver-failed', { settled: at.floor.size });
}

/**
 * LEXIMIN over kinds with fractions of seats: raises the lowest probability as far as it goes, settles the kinds that hold it back,
 * and goes on with the others. Nothing when the rules contradict each other even so.
 */
export function relaxedLeximin(highs: Highs, programme: Programme): Relaxed | undefined {
  return withProgramme(highs, levelProgramme(programme), (model) => {
    const open = new Set(programme.kinds.keys());
    const floor = new Map<number, number>();
    const levels: Level[] = [];
    let seats = new Float64Array(programme.kinds.length);
    while (open.size > 0) {
      const solution = bestAbove(highs, model, { programme, floor });
      if (!solution) return undefined;
      // The last seats meet the rules as a whole; kept level by level, the hairs would add up.
      seats = solution.colValue.slice(0, seats.length);
      const level = levelOf(programme, solution, open);
      const settled = new Map<number, number>();
      for (const index of level.settled) {
        settled.set(index, Math.min(seats[index], level.value * programme.kinds[index].people.length));
      }
      keep(model, programme, { floor: settled, hair: HAIRS[0] });
      for (const [index, least] of settled) floor.set(index, least);
      for (const index of settled.keys()) open.delete(index);
      levels.push(level);
    }
    return { seats, levels };
  });
}
