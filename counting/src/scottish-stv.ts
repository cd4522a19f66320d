import { oneOf, seatsOf } from './ballots/insist.ts';
import { tieRanks } from './ballots/tie-order.ts';
import { turnoutOf } from './ballots/turnout.ts';
import { showDecimal, unitsOf } from './ballots/units.ts';
import type { Election } from './election.ts';
import { CountingError, type Outcome, type TieOrder } from './outcome.ts';
import { stvParcels } from './ranked/parcels.ts';
import { queuesOf, type ReadingOptions, readingOf } from './ranked/strict.ts';
import { stvStages } from './ranked/stv-stages.ts';

/** The choices of a Scottish count; every one has a usual value and is written into the outcome. */
export interface ScottishStvOptions extends ReadingOptions {
  /** How many are elected; usually what the election says, else one. */
  readonly seats?: number;
  /** ⌊votes ÷ (seats + 1)⌋ + 1 (`droop`, usual) or ⌊votes ÷ seats⌋ (`hare`). */
  readonly quota?: 'droop' | 'hare';
  /** Decimals that the value of a transferred ballot keeps; the rest is cut off. Usual: 5. */
  readonly decimals?: number;
  readonly ties?: TieOrder;
}

/**
 * Single transferable vote as Scottish councils count it (Scottish Local Government Elections Order 2007, schedule 1, rules 45–52):
 * weighted inclusive Gregory. Everyone at the quota is elected at once; surpluses go before exclusions, the largest first; a transferred
 * ballot is worth surplus × value when received ÷ votes, cut to five decimals. Ties are broken by the most recent stage
 * at which they differed, then by the order given (reported in `tied`). Steps: `quota`, then one `stage` each.
 * Throws a CountingError for ballots other than ranked, or equal ranks when they are refused. See methods/scottish-stv.md.
 */
export function scottishStv(election: Election, options: ScottishStvOptions = {}): Outcome {
  const reading = readingOf(options);
  const seats = seatsOf(election, options.seats);
  const quotaRule = oneOf('quota', options.quota ?? 'droop', ['droop', 'hare']);
  const decimals = readDecimals(options.decimals ?? 5);
  const ranks = tieRanks(election, options.ties);
  const queues = queuesOf(election, 'scottish-stv', reading);
  const units = unitsOf(election.ballots);
  const parcels = stvParcels({ queues, units, options: election.options.length, one: 10n ** BigInt(decimals) });
  const quota = quotaOf({ votes: parcels.dealt(), seats, rule: quotaRule, vote: units.bottom * parcels.one });
  const show = (votes: bigint): string => showDecimal(votes, units.bottom, decimals);
  const idOf = (i: number) => election.options[i].id;
  const run =
    parcels.dealt() === 0n
      ? { elected: [], tied: [], stages: [] }
      : stvStages({ parcels, quota, seats, ranks, show, idOf });
  return {
    method: 'scottish-stv',
    options: { seats, quota: quotaRule, decimals, ...reading, ties: ranks.shown },
    winners: run.elected.map(idOf),
    tied: run.tied.map((set) => set.map(idOf)),
    ...turnoutOf(election.ballots),
    steps: [{ kind: 'quota', quota: show(quota), votes: show(parcels.dealt()) }, ...run.stages],
  };
}

function quotaOf({ votes, seats, rule, vote }: { votes: bigint; seats: number; rule: string; vote: bigint }): bigint {
  const whole = rule === 'droop' ? votes / (vote * BigInt(seats + 1)) + 1n : votes / (vote * BigInt(seats));
  return (whole > 0n ? whole : 1n) * vote;
}

function readDecimals(decimals: number): number {
  if (Number.isInteger(decimals) && decimals >= 0 && decimals <= 12) return decimals;
  throw new CountingError('option-value-unknown', { option: 'decimals', value: decimals, allowed: '0 to 12' });
}
