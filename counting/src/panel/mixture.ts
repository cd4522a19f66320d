import type { Highs, Model } from 'highs';
import { CountingError } from '../outcome.ts';
import type { Programme } from './kinds.ts';
import type { Composition } from './lottery.ts';
import { ending, type LinearProgramme, seatProgramme, solved, withProgramme } from './solver.ts';

/** A panel is worth adding when it raises the level by more than this. */
const GAIN = 1e-7;
const TINY = 1e-7;

/** Columns: the level z, then the share of each panel known so far. Rows: one for each kind, then the shares adding up to 1. */
function masterProgramme({ kinds }: Programme, panels: readonly Int32Array[]): LinearProgramme {
  const links = kinds.map((kind, index) => {
    const at = panels.map((_, panel) => panel).filter((panel) => panels[panel][index] > 0);
    return {
      at: [0, ...at.map((panel) => panel + 1)],
      values: [-kind.people.length, ...at.map((panel) => panels[panel][index])],
      least: 0,
      most: Number.POSITIVE_INFINITY,
    };
  });
  const all = panels.map((_, panel) => panel + 1);
  return {
    cost: [1, ...panels.map(() => 0)],
    lower: [0, ...panels.map(() => 0)],
    upper: [1, ...panels.map(() => 1)],
    rows: [...links, { at: all, values: all.map(() => 1), least: 1, most: 1 }],
  };
}

interface Search {
  readonly highs: Highs;
  readonly programme: Programme;
  readonly master: Model;
  /** Finds the whole panel that is worth most at given prices. */
  readonly pricing: Model;
  readonly panels: Int32Array[];
  /** How many more whole panels may be looked for. */
  left: number;
}

/** Branches looked at for the panel that is worth most. */
const WORTH_BRANCHES = 1000;

/** Whole panels looked for, times kinds of people: a hundred kinds, which take a tenth of a second a panel, are given 400. */
const PANELS_BY_KINDS = 40_000;

const giveUp = ({ panels }: Search): never => {
  throw new CountingError('fairest-not-found', { panels: panels.length });
};

/** The whole panel with the largest Σ price × seats, or as large a one as was found, and that sum. Throws `fairest-not-found` when none was. */
function bestPanel(
  search: Search,
  prices: Float64Array,
): { seats: Int32Array; worth: number; proven: boolean } | undefined {
  const { highs, programme, pricing } = search;
  if (search.left-- <= 0) giveUp(search);
  pricing.changeColsCost({ kind: 'range', from: 0, to: programme.kinds.length - 1 }, prices);
  const end = ending(highs, pricing);
  if (end === 'none') return undefined;
  if (end === 'given-up') giveUp(search);
  const seats = Int32Array.from(pricing.getSolution().colValue, Math.round);
  const worth = seats.reduce((sum, count, kind) => sum + count * prices[kind], 0);
  return { seats, worth, proven: end === 'best' };
}

function add({ master, panels, programme }: Search, seats: Int32Array): void {
  const at = [...seats.keys()].filter((kind) => seats[kind] > 0);
  const row = programme.kinds.length;
  master.addCol(0, 0, 1, { indices: [...at, row], values: [...at.map((kind) => seats[kind]), 1] });
  panels.push(seats);
}

/** Adds panels until no panel in the world raises the level; the level, and the weight of each kind in the proof. */
function raise(search: Search): { value: number; weights: Float64Array } {
  const kinds = search.programme.kinds;
  for (;;) {
    solved(search.highs, search.master);
    const { colValue, rowDual } = search.master.getSolution();
    const prices = Float64Array.from(kinds, (_, index) => Math.max(0, -rowDual[index]));
    const best = bestPanel(search, prices);
    const weights = prices.map((price, index) => price * kinds[index].people.length);
    if (!best || best.worth <= rowDual[kinds.length] + GAIN) {
      if (best?.proven === false) giveUp(search);
      return { value: colValue[0], weights };
    }
    add(search, best.seats);
  }
}

function settleLevels(search: Search): void {
  const { kinds } = search.programme;
  const open = new Set(kinds.keys());
  while (open.size > 0) {
    const { value, weights } = raise(search);
    const bound = [...open].filter((index) => value >= 1 - TINY || weights[index] > TINY);
    for (const index of bound.length > 0 ? bound : open) {
      const seats = Math.max(0, value * kinds[index].people.length - 1e-9);
      search.master.changeCoefficient(index, 0, 0);
      search.master.changeRowBounds(index, seats, Number.POSITIVE_INFINITY);
      open.delete(index);
    }
  }
}

/** Branches looked at for a first panel. */
const BRANCHES = 5000;

/** Any panel; nothing when there is none. Throws a CountingError `panel-not-found` when the search was given up. */
const anyPanel = (highs: Highs, programme: Programme): Int32Array | undefined =>
  withProgramme(highs, { ...seatProgramme(programme), whole: true, any: true, branches: BRANCHES }, (model) => {
    const end = ending(highs, model);
    if (end === 'given-up') throw new CountingError('panel-not-found');
    return end === 'none' ? undefined : Int32Array.from(model.getSolution().colValue, Math.round);
  });

/**
 * LEXIMIN over whole panels by column generation (Flanigan et al. 2021, over kinds instead of people): used where the rules leave gaps
 * between whole panels, so that the fractions can't be met. `known` are panels to start from. Nothing when no panel meets the rules.
 * Throws a CountingError: solver-failed, panel-not-found, and fairest-not-found after `most` panels were looked for: in a large pool with
 * tight quotas there are too many to go on, and a lottery that is not known to be the fairest must not be called so.
 */
export function leximinOverPanels(
  highs: Highs,
  programme: Programme,
  { known, most = PANELS_BY_KINDS / programme.kinds.length }: { known: readonly Composition[]; most?: number },
): Composition[] | undefined {
  const rules = { ...seatProgramme(programme), whole: true, branches: WORTH_BRANCHES };
  return withProgramme(highs, rules, (pricing) => {
    const panels = known.map((one) => one.seats);
    if (panels.length === 0) {
      const first = anyPanel(highs, programme);
      if (!first) return undefined;
      panels.push(first);
    }
    return withProgramme(highs, masterProgramme(programme, panels), (master) => {
      settleLevels({ highs, programme, master, pricing, panels, left: most });
      solved(highs, master);
      const shares = master.getSolution().colValue;
      return panels.map((seats, index) => ({ seats, share: shares[index + 1] })).filter((one) => one.share > TINY);
    });
  });
}
