import type { Election } from '../src/election.ts';
import { diceBelow, popular } from './synthetic-budget.ts';

/** A made-up ranked election, the same at every call: every voter ranks 3 to 12 options, popular ones more often, hardly any two alike. */
export function syntheticRanking({ ballots, options }: { ballots: number; options: number }): Election {
  const below = diceBelow(20_260_714);
  const start = new Uint32Array(ballots + 1);
  for (let b = 0; b < ballots; b++) start[b + 1] = start[b] + 3 + below(10);
  const option = new Uint32Array(start[ballots]);
  const value = new Int32Array(start[ballots]);
  const markedBy = new Uint32Array(options);
  for (let b = 0; b < ballots; b++) {
    for (let m = start[b]; m < start[b + 1]; m++) {
      let p = popular(below, options);
      while (markedBy[p] === b + 1) p = (p + 1) % options;
      markedBy[p] = b + 1;
      option[m] = p;
      value[m] = 1 + m - start[b];
    }
  }
  return {
    kind: 'ranked',
    options: Array.from({ length: options }, (_, p) => ({ id: String(p) })),
    ballots: { size: ballots, start, option, value, times: new Uint32Array(ballots).fill(1) },
  };
}
