import { expectedShare, SIGNIFICANT, shareTest } from './proportions.ts';
import type { Tally } from './tallies.ts';

/** A statement that people agree or disagree on across all groups. */
export interface Consensus {
  /** Index of the statement. */
  readonly statement: number;
  readonly side: 'agree' | 'disagree';
  readonly successes: number;
  readonly trials: number;
  readonly probability: number;
  readonly probabilityTest: number;
}

/** How many are listed on each side. */
const MOST = 5;

function onSide(tallies: readonly Tally[], side: 'agree' | 'disagree'): Consensus[] {
  return tallies
    .map((tally, statement) => ({
      statement,
      side,
      successes: tally[side],
      trials: tally.seen,
      probability: expectedShare({ successes: tally[side], trials: tally.seen }),
      probabilityTest: shareTest(tally[side], tally.seen),
    }))
    .filter((one) => one.probability > 0.5 && one.probabilityTest > SIGNIFICANT)
    .sort((a, b) => b.probability * b.probabilityTest - a.probability * a.probabilityTest)
    .slice(0, MOST);
}

/** Up to five statements agreed on and five disagreed on by everyone together, surest first. */
export const consensusOf = (tallies: readonly Tally[]): Consensus[] => [
  ...onSide(tallies, 'agree'),
  ...onSide(tallies, 'disagree'),
];

/** Product over the groups of (agree + 1) ÷ (seen + 2): high only where every group agrees. */
export const groupAwareConsensus = (tallies: readonly Tally[]): number =>
  tallies.reduce((product, { agree, seen }) => (product * (agree + 1)) / (seen + 2), 1);
