export type { BallotKind, Ballots, Election, Option } from './election.ts';
export * from './inclusion.ts';
export { CountingError, type Outcome, type Step, type TieOrder } from './outcome.ts';
export * from './power.ts';
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
export { effective, effectiveVoices, gini, hhi, type Spread, spread, top } from './spread.ts';
