export type { BallotKind, Ballots, Election, Option } from './election.ts';
export { CountingError, type Outcome, type Step, type TieOrder } from './outcome.ts';
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
