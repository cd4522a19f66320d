import { highest } from './ballots/by-total.ts';
import { insistOnKind, seatsOf } from './ballots/insist.ts';
import { tieRanks } from './ballots/tie-order.ts';
import { turnoutOf } from './ballots/turnout.ts';
import { showUnits, sumsOf, unitsOf } from './ballots/units.ts';
import type { Election } from './election.ts';
import type { Outcome, TieOrder } from './outcome.ts';

/** The choices of a count of points; every one has a usual value and is written into the outcome. */
export interface ScoreOptions {
  /** How many options win; usually what the election says, else one. */
  readonly seats?: number;
  readonly ties?: TieOrder;
}

/**
 * Score and cumulative points: the points that each option was given are added up; the highest sums win.
 * An option without a mark does not win and an unmarked option gets nothing from that ballot.
 * Steps: one `total` per option with its points (exact text). Throws a CountingError for other ballots. See methods/score.md.
 */
export function score(election: Election, options: ScoreOptions = {}): Outcome {
  insistOnKind(election, 'score', ['score', 'cumulative']);
  const seats = seatsOf(election, options.seats);
  const ranks = tieRanks(election, options.ties);
  const units = unitsOf(election.ballots);
  const { size, start, option, value } = election.ballots;
  const sums = sumsOf(units, election.options.length);
  const marked = new Uint8Array(election.options.length);
  for (let row = 0; row < size; row++) {
    for (let at = start[row]; at < start[row + 1]; at++) {
      sums.add(option[at], row, value[at]);
      marked[option[at]] = 1;
    }
  }
  const totals = sums.read();
  const { winners, tied } = highest(totals, (i) => marked[i] === 1, { seats, ranks });
  const bottom = units.bottom * BigInt(election.valueScale ?? 1);
  const idOf = (i: number) => election.options[i].id;
  return {
    method: 'score',
    options: { seats, ties: ranks.shown },
    winners: winners.map(idOf),
    tied: tied.map((set) => set.map(idOf)),
    ...turnoutOf(election.ballots),
    steps: totals.map((total, i) => ({ kind: 'total', option: idOf(i), points: showUnits(total, bottom) })),
  };
}
