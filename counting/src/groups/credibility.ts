import { type Candidate, choose } from './choose-k.ts';
import { type TrialInput, trial } from './trials.ts';

/** Why a grouping may be believed, or why not. */
export type GroupingReason =
  | 'clear'
  | 'too-few-people'
  | 'groups-too-small'
  | 'no-clearer-than-chance'
  | 'k-not-stable';

/** Mean of the best silhouette over the trials. */
export interface Evidence {
  /** Among the people themselves. */
  readonly real: number;
  /** With each statement's marks dealt out anew. */
  readonly dealt: number;
  /** In one cloud of the same shape. */
  readonly cloud: number;
}

/** Whether a grouping may be shown as such. */
export interface Credibility {
  readonly credible: boolean;
  readonly reason: GroupingReason;
  /** Share of the trials that chose the same k, 0 to 1. */
  readonly stability: number;
  readonly evidence: Evidence;
}

const TRIALS = 10;
/** How many standard deviations the real silhouette must lie above dealt marks and above one cloud: ours, see methods/opinion-groups.md. */
const CLEARER = { dealt: 2, cloud: 1 };
/** At least this share of the trials must choose the same number of groups. */
const STABLE = 0.5;

const mean = (list: readonly number[]): number =>
  list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length);

const deviation = (list: readonly number[]): number => Math.sqrt(mean(list.map((value) => (value - mean(list)) ** 2)));

const bestSilhouette = (found: readonly Candidate[]): number =>
  found.reduce((best, one) => (one.largeEnough ? Math.max(best, one.silhouette) : best), 0);

function reasonFor(is: { largeEnough: boolean; clearer: boolean; stable: boolean }): GroupingReason {
  if (!is.largeEnough) return 'groups-too-small';
  if (!is.clearer) return 'no-clearer-than-chance';
  return is.stable ? 'clear' : 'k-not-stable';
}

/** Asks ten times among four fifths of the people whether the same k comes out, and whether it is more than nothing gives. */
export function credibility(input: TrialInput, chosen: Candidate | undefined): Credibility {
  if (!chosen) {
    const evidence = { real: 0, dealt: 0, cloud: 0 };
    return { credible: false, reason: 'too-few-people', stability: 0, evidence };
  }
  const trials = Array.from({ length: TRIALS }, (_, index) => trial({ ...input, seed: input.seed + index + 1 }));
  const real = trials.map((one) => bestSilhouette(one.real));
  const dealt = trials.map((one) => bestSilhouette(one.dealt));
  const cloud = trials.map((one) => bestSilhouette(one.cloud));
  const evidence = { real: mean(real), dealt: mean(dealt), cloud: mean(cloud) };
  const stability = mean(trials.map((one) => (choose(one.real)?.k === chosen.k ? 1 : 0)));
  const aboveDealt = evidence.real > evidence.dealt + CLEARER.dealt * deviation(dealt);
  const aboveCloud = evidence.real > evidence.cloud + CLEARER.cloud * deviation(cloud);
  const clearer = aboveDealt && aboveCloud;
  const reason = reasonFor({ largeEnough: chosen.largeEnough, clearer, stable: stability >= STABLE });
  return { credible: reason === 'clear', reason, stability, evidence };
}
