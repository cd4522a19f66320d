import { highest } from './ballots/by-total.ts';
import { oneOf, seatsOf } from './ballots/insist.ts';
import { tieRanks } from './ballots/tie-order.ts';
import { turnoutOf } from './ballots/turnout.ts';
import { type Sums, showUnits, sumsOf, unitsOf } from './ballots/units.ts';
import type { Election } from './election.ts';
import type { Outcome, TieOrder } from './outcome.ts';
import { type Rankings, rankingsOf } from './ranked/rankings.ts';

/** The choices of a Borda count; every one has a usual value and is written into the outcome. */
export interface BordaOptions {
  /** What unranked options get: the mean of the places left (usual; nothing is won by ranking fewer), or nothing. */
  readonly unranked?: 'mean' | 'zero';
  readonly seats?: number;
  readonly ties?: TieOrder;
}

/**
 * Borda: of n options the first on a ballot gets n − 1 points, the next n − 2, the last none; equal ranks share the mean of the
 * places they take together. The highest sums win. Steps: one `total` per option (exact text, halves may occur).
 * Throws a CountingError for ballots other than ranked. See methods/borda.md.
 */
export function borda(election: Election, options: BordaOptions = {}): Outcome {
  const unranked = oneOf('unranked', options.unranked ?? 'mean', ['mean', 'zero']);
  const seats = seatsOf(election, options.seats);
  const ranks = tieRanks(election, options.ties);
  const rankings = rankingsOf(election, 'borda');
  const units = unitsOf(election.ballots);
  const doubled = sumsOf(units, election.options.length);
  const base = sumsOf(units, 1);
  for (let row = 0; row < rankings.size; row++)
    addRow(rankings, row, { doubled, base, unranked, size: election.options.length });
  const turnout = turnoutOf(election.ballots);
  const [shared] = base.read();
  const totals = doubled.read().map((sum) => sum + shared);
  const graded = turnout.counted > turnout.blank;
  const { winners, tied } = highest(totals, (i) => graded && totals[i] > 0n, { seats, ranks });
  const idOf = (i: number) => election.options[i].id;
  return {
    method: 'borda',
    options: { unranked, seats, ties: ranks.shown },
    winners: winners.map(idOf),
    tied: tied.map((set) => set.map(idOf)),
    ...turnout,
    steps: totals.map((sum, i) => ({ kind: 'total', option: idOf(i), points: showUnits(sum, units.bottom * 2n) })),
  };
}

interface Points {
  /** Twice the points above what every option gets from `base`, so that halves stay whole. */
  readonly doubled: Sums;
  readonly base: Sums;
  readonly unranked: 'mean' | 'zero';
  readonly size: number;
}

function addRow({ start, option, rank }: Rankings, row: number, { doubled, base, unranked, size }: Points): void {
  const [from, end] = [start[row], start[row + 1]];
  if (from === end) return;
  const left = size - (end - from);
  const forUnranked = unranked === 'mean' ? Math.max(0, left - 1) : 0;
  base.add(0, row, forUnranked);
  for (let at = from; at < end; ) {
    let next = at + 1;
    while (next < end && rank[next] === rank[at]) next++;
    const best = size - 1 - (at - from);
    const worst = size - 1 - (next - 1 - from);
    for (; at < next; at++) doubled.add(option[at], row, best + worst - forUnranked);
  }
}
