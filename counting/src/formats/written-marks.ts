import type { PlainMarks } from '../ballots/election-of.ts';
import type { Election } from '../election.ts';
import type { Rational } from '../rational.ts';

/** One row of ballots in words. */
export interface WrittenRow {
  readonly marks: PlainMarks;
  readonly times: number;
  readonly weight?: Rational;
}

/** The rows of an election as `electionOf` takes them: what is read back gives the same election. */
export function writtenMarks(election: Election): WrittenRow[] {
  const { size, start, times, weight, weights } = election.ballots;
  return Array.from({ length: size }, (_, row) => ({
    marks: election.kind === 'ranked' ? ranks(election, row) : others(election, start[row], start[row + 1]),
    times: times[row],
    ...(weight && weights && { weight: weights[weight[row]] }),
  }));
}

function others(
  { kind, options, ballots, scale = [], valueScale = 1 }: Election,
  from: number,
  end: number,
): PlainMarks {
  const marks: [string, number | string][] = [];
  for (let at = from; at < end; at++) {
    const value = ballots.value[at];
    const word = kind === 'grades' || kind === 'consent' ? scale[value] : value / valueScale;
    marks.push([options[ballots.option[at]].id, word]);
  }
  return kind === 'approval' ? marks.map(([id]) => id) : Object.fromEntries(marks);
}

/** Ids by rank: a list for equal ranks, null for skipped ones. */
export function ranks({ options, ballots }: Election, row: number): (string | string[] | null)[] {
  const byRank = new Map<number, string[]>();
  for (let at = ballots.start[row]; at < ballots.start[row + 1]; at++) {
    const level = byRank.get(ballots.value[at]) ?? [];
    level.push(options[ballots.option[at]].id);
    byRank.set(ballots.value[at], level);
  }
  const last = Math.max(0, ...byRank.keys());
  return Array.from({ length: last }, (_, i) => {
    const level = byRank.get(i + 1) ?? [];
    return level.length > 1 ? level : (level[0] ?? null);
  });
}
