import { levelBounds } from './certificate.ts';
import { contradiction } from './contradictions.ts';
import { decompose } from './decompose.ts';
import type { Programme } from './kinds.ts';
import type { Composition, ProvenLevel } from './lottery.ts';
import { leximinOverPanels } from './mixture.ts';
import { relaxedLeximin } from './relaxed.ts';
import { loadSolver } from './solver.ts';

/** A mixture of panels that gives everyone the fairest probability. */
export interface FairLottery {
  readonly compositions: readonly Composition[];
  readonly levels: readonly ProvenLevel[];
  /** Whether every level reaches its bound, which was checked without the solver. */
  readonly proven: boolean;
  /** The fairest expected seats of each kind, which the mixture comes close to; absent where only whole panels could be searched. */
  readonly fairest?: Float64Array;
}

const CLOSE = 1e-6;

/** A rest smaller than this is left out: nobody's probability differs by more. */
const LEFT_OUT = 1e-5;

/** Finds the LEXIMIN lottery. Throws a CountingError: solver-missing, solver-failed, quotas-contradict, panel-not-found, fairest-not-found. */
export async function fairLottery(programme: Programme): Promise<FairLottery> {
  const highs = await loadSolver();
  const relaxed = relaxedLeximin(highs, programme);
  if (!relaxed) throw contradiction(highs, programme);
  const mixture = decompose(highs, programme, relaxed.seats);
  const met = mixture.left <= LEFT_OUT;
  const compositions = met
    ? mixture.compositions
    : leximinOverPanels(highs, programme, { known: mixture.compositions });
  if (!compositions) throw contradiction(highs, programme);
  const bounds = levelBounds(programme, relaxed.levels);
  const levels = relaxed.levels.map((level, index) => ({
    probability: level.value,
    bound: bounds[index],
    people: level.settled.reduce((sum, kind) => sum + programme.kinds[kind].people.length, 0),
  }));
  const proven = met && levels.every((level) => level.bound <= level.probability + CLOSE);
  return met ? { compositions, levels, proven, fairest: relaxed.seats } : { compositions, levels: [], proven };
}
