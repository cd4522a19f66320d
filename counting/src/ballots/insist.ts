import type { BallotKind, Election } from '../election.ts';
import { CountingError } from '../outcome.ts';

/** Throws a CountingError `kind-not-accepted` unless the ballots are of one of these kinds. */
export function insistOnKind({ kind }: Election, method: string, accepted: readonly BallotKind[]): void {
  if (!accepted.includes(kind))
    throw new CountingError('kind-not-accepted', { method, kind, accepted: accepted.join(' ') });
}

/** The number of places to fill: as asked, else as the election says, else one. Throws a CountingError when it is not a whole number above zero. */
export function seatsOf(election: Election, asked?: number): number {
  const seats = asked ?? election.seats ?? 1;
  if (!Number.isInteger(seats) || seats < 1) throw new CountingError('seats-not-positive', { seats });
  return seats;
}

/** One of the words an option may be. Throws a CountingError `option-value-unknown` otherwise. */
export function oneOf<Word extends string>(option: string, given: Word, allowed: readonly Word[]): Word {
  if (allowed.includes(given)) return given;
  throw new CountingError('option-value-unknown', { option, value: String(given), allowed: allowed.join(' ') });
}
