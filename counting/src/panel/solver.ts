import type { Highs, Model, ModelData } from 'highs';
import { CountingError } from '../outcome.ts';
import type { Programme } from './kinds.ts';

/** The solver library, loaded once on demand. */
let loading: Promise<Highs> | undefined;

/** Loads the optional solver `highs` (MIT, WebAssembly). Throws a CountingError `solver-missing` when it is not installed. */
export async function loadSolver(): Promise<Highs> {
  loading ??= import('highs').then((library) => {
    // Its declarations describe the CommonJS build, where the loader hides one step deeper than in the module that runs.
    const load: unknown = library.default;
    return (load as () => Promise<Highs>)();
  });
  try {
    return await loading;
  } catch (cause) {
    loading = undefined;
    throw Object.assign(new CountingError('solver-missing', { install: 'highs' }), { cause });
  }
}

/** A linear or whole-number programme, row by row; maximised. */
export interface LinearProgramme {
  readonly cost: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly {
    readonly at: readonly number[];
    readonly values: readonly number[];
    readonly least: number;
    readonly most: number;
  }[];
  readonly whole?: boolean;
  /** Any whole point will do, not only the best. */
  readonly any?: boolean;
  /** How many branches of a whole-number search are looked at before it is given up; all when absent. */
  readonly branches?: number;
}

function modelData(highs: Highs, programme: LinearProgramme): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of programme.rows) {
    row.at.forEach((column, index) => {
      indices.push(column);
      values.push(row.values[index]);
    });
    starts.push(indices.length);
  }
  const numCols = programme.cost.length;
  const numRows = programme.rows.length;
  return {
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: programme.cost,
    colLower: programme.lower,
    colUpper: programme.upper,
    rowLower: programme.rows.map((row) => row.least),
    rowUpper: programme.rows.map((row) => row.most),
    matrix: { format: 'csr', numCols, numRows, starts, indices, values },
    integrality: programme.whole ? programme.cost.map(() => highs.constants.variableType.integer) : undefined,
  };
}

/** Runs `work` with a kept model of the programme, which is given back afterwards. */
export function withProgramme<Result>(
  highs: Highs,
  programme: LinearProgramme,
  work: (model: Model) => Result,
): Result {
  return highs.withModel(modelData(highs, programme), (model) => {
    // One thread, no clock and a fixed seed: the same steps on every machine.
    model.options.set({
      output_flag: false,
      random_seed: 1,
      // Every later run starts from the corner that the last one ended in.
      presolve: programme.whole ? 'choose' : 'off',
      mip_rel_gap: programme.any ? 1 : 0,
      mip_abs_gap: 1e-9,
      primal_feasibility_tolerance: 1e-10,
    });
    if (programme.branches !== undefined) model.options.set({ mip_max_nodes: programme.branches });
    return work(model);
  });
}

/** What a run ended with: the best point, some point when its branches were used up, none because there is none, or nothing known. */
export type Ending = 'best' | 'some' | 'none' | 'given-up';

/** Runs a model. Throws a CountingError `solver-failed` when the solver did not do its work. */
export function ending(highs: Highs, model: Model): Ending {
  const { modelStatus } = model.run();
  const { optimal, infeasible, unboundedOrInfeasible, solutionLimit } = highs.constants.modelStatus;
  if (modelStatus === optimal) return 'best';
  if (modelStatus === infeasible || modelStatus === unboundedOrInfeasible) return 'none';
  if (modelStatus !== solutionLimit) throw new CountingError('solver-failed', { status: modelStatus });
  const found = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
  return found ? 'some' : 'given-up';
}

/** Runs a model without a limit; true when it found an optimum, false when there is none. Throws a CountingError `solver-failed` otherwise. */
export const solved = (highs: Highs, model: Model): boolean => ending(highs, model) === 'best';

/** Seats of each kind under the rules, with nothing to aim at yet. */
export const seatProgramme = ({ kinds, rules }: Programme): LinearProgramme => ({
  cost: kinds.map(() => 0),
  lower: kinds.map(() => 0),
  upper: kinds.map((kind) => kind.most),
  rows: rules.map(({ kinds: at, least, most }) => ({ at, values: at.map(() => 1), least, most })),
});
