import { highest } from './ballots/by-total.ts';
import { insistOnKind, seatsOf } from './ballots/insist.ts';
import { tieRanks } from './ballots/tie-order.ts';
import { turnoutOf } from './ballots/turnout.ts';
import { showUnits, sumsOf, unitsOf } from './ballots/units.ts';
import type { Election } from './election.ts';
import { CountingError, type Outcome, type TieOrder } from './outcome.ts';

/** The choices of an approval count; every one has a usual value and is written into the outcome. */
export interface ApprovalOptions {
  /** How many options win; usually what the election says, else one. */
  readonly seats?: number;
  /** Ballots with grades: the lowest grade that counts as approval; usually the best grade. */
  readonly approve?: string;
  readonly ties?: TieOrder;
}

/**
 * Approval: every voter approves any number of options; the most approved win. An option nobody approves does not win.
 * Steps: one `total` per option with its votes (exact text, weights applied). Throws a CountingError for ballots
 * other than approvals or grades, or an unknown grade. See methods/approval.md.
 */
export function approval(election: Election, options: ApprovalOptions = {}): Outcome {
  insistOnKind(election, 'approval', ['approval', 'grades']);
  const seats = seatsOf(election, options.seats);
  const ranks = tieRanks(election, options.ties);
  const least = leastApproving(election, options.approve);
  const units = unitsOf(election.ballots);
  const { size, start, option, value } = election.ballots;
  const sums = sumsOf(units, election.options.length);
  for (let row = 0; row < size; row++) {
    for (let at = start[row]; at < start[row + 1]; at++) if (value[at] >= least) sums.add(option[at], row);
  }
  const totals = sums.read();
  const { winners, tied } = highest(totals, (i) => totals[i] > 0n, { seats, ranks });
  const idOf = (i: number) => election.options[i].id;
  return {
    method: 'approval',
    options: {
      seats,
      ...(election.kind === 'grades' && { approve: election.scale?.[least] ?? '' }),
      ties: ranks.shown,
    },
    winners: winners.map(idOf),
    tied: tied.map((set) => set.map(idOf)),
    ...turnoutOf(election.ballots),
    steps: totals.map((total, i) => ({ kind: 'total', option: idOf(i), votes: showUnits(total, units.bottom) })),
  };
}

function leastApproving({ kind, scale = [] }: Election, approve?: string): number {
  if (kind === 'approval') return 1;
  const least = approve === undefined ? scale.length - 1 : scale.indexOf(approve);
  if (least < 0) throw new CountingError('grade-unknown', { grade: approve ?? '' });
  return least;
}
