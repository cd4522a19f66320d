import type { Election } from '../src/election.ts';
import { rational } from '../src/rational.ts';

/**
 * A made-up town, the same at every call: every voter marks 4 to 16 projects, popular ones more often, hardly any two alike.
 * Costs and budget grow with the number of ballots, so that towns of all sizes are the same problem.
 */
export function syntheticBudget(town: { kind: 'approval' | 'score'; ballots: number; options: number }): Election {
  const { ballots, options, kind } = town;
  const below = diceBelow(20_260_714);
  const start = new Uint32Array(ballots + 1);
  for (let b = 0; b < ballots; b++) start[b + 1] = start[b] + 4 + below(13);
  const option = new Uint32Array(start[ballots]);
  const value = new Int32Array(start[ballots]).fill(1);
  const markedBy = new Uint32Array(options);
  for (let b = 0; b < ballots; b++) {
    for (let m = start[b]; m < start[b + 1]; m++) {
      let p = popular(below, options);
      while (markedBy[p] === b + 1) p = (p + 1) % options;
      markedBy[p] = b + 1;
      option[m] = p;
      if (kind === 'score') value[m] = 1 + below(5);
    }
  }
  return {
    kind,
    budget: rational(25 * ballots),
    options: Array.from({ length: options }, (_, p) => ({
      id: String(p),
      cost: rational(Math.round((ballots * (1 + below(100))) / 100)),
    })),
    ballots: { size: ballots, start, option, value, times: new Uint32Array(ballots).fill(1) },
  };
}

type Below = (limit: number) => number;

/** The lower of two throws: the first projects are the popular ones. */
export const popular = (below: Below, options: number): number => Math.min(below(options), below(options));

/** Throws of a seeded linear congruential generator, each below a limit. */
export function diceBelow(seed: number): Below {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
