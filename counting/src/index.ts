export { type ApprovalOptions, approval } from './approval.ts';
export { type BallotBox, ballotBox, type Marks } from './ballots/ballot-box.ts';
export {
  consentMarks,
  electionOf,
  type PlainBallot,
  type PlainElection,
  type PlainMarks,
  type PlainOption,
} from './ballots/election-of.ts';
export { type BordaOptions, borda } from './borda.ts';
export type { Utility } from './budgets/marks.ts';
export type { Ties } from './budgets/tie-order.ts';
export { condorcet } from './condorcet.ts';
export { type ConsentOptions, consent } from './consent.ts';
export { type CopelandOptions, copeland } from './copeland.ts';
export type { BallotKind, Ballots, Election, Option } from './election.ts';
export { type Completion, type EqualSharesOptions, equalShares } from './equal-shares.ts';
export { type GreedyOptions, greedy } from './greedy.ts';
export { type GreedyPerCostOptions, greedyPerCost } from './greedy-per-cost.ts';
export { type GroupingOptions, type OpinionGroups, type OpinionVotes, opinionGroups } from './groups.ts';
export * from './inclusion.ts';
export { type IrvOptions, irv } from './irv.ts';
export { type MajorityOptions, majority } from './majority.ts';
export { type MajorityJudgmentOptions, majorityJudgment } from './majority-judgment.ts';
export { type MeekStvOptions, meekStv } from './meek-stv.ts';
export { CountingError, type Outcome, type Step, type TieOrder } from './outcome.ts';
export { drawPanel, type Panel, type PanelOptions, type Quota, type Volunteer } from './panel.ts';
export { type PhragmenOptions, phragmen } from './phragmen.ts';
export * from './power.ts';
export type { Strength } from './ranked/strength.ts';
export type { ReadingOptions } from './ranked/strict.ts';
export { type RankedPairsOptions, rankedPairs } from './ranked-pairs.ts';
export {
  add,
  compare,
  divide,
  multiply,
  parseRational,
  type Rational,
  rational,
  showRational,
  subtract,
  toNumber,
} from './rational.ts';
export { type SchulzeOptions, schulze } from './schulze.ts';
export { type ScoreOptions, score } from './score.ts';
export { type ScottishStvOptions, scottishStv } from './scottish-stv.ts';
export { effective, effectiveVoices, gini, hhi, type Spread, spread, top } from './spread.ts';
