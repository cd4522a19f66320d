import {
  add,
  approval,
  consent,
  divide,
  type Election,
  electionOf,
  equalShares,
  greedy,
  irv,
  majority,
  multiply,
  type Outcome,
  type PlainElection,
  rational,
  schulze,
  score,
  showRational,
} from '@sofra/counting';
import type { BallotKind, Mark, Method, MethodOptions } from '../../words.ts';
import type { DecisionOption } from '../paper/find-decision.ts';

/** What of a decision the count needs. */
export interface Countable {
  readonly method: Method;
  readonly methodOptions: MethodOptions;
  readonly ballotKind: BallotKind;
  readonly budget: string | null;
}

/** A ballot as it lies in a sealed box. */
export interface SealedBallot {
  readonly marks: readonly Mark[];
  readonly reason: string;
  /** Exact text; absent: one. */
  readonly weight?: string;
}

/** Counting's own words for the consent marks. */
const CONSENT_SCALE = ['block', 'concern', 'stand aside', 'agree'];
const AGREE = CONSENT_SCALE.indexOf('agree');

/** The decision in counting's own plain format: what the recount file holds and the count begins with. */
function plainElection(
  decision: Countable,
  options: readonly DecisionOption[],
  ballots: readonly SealedBallot[],
): PlainElection {
  const codeOf = new Map(options.map(({ position, code }) => [position, code]));
  return {
    kind: decision.ballotKind,
    options: options.map(({ code, name, cost, excludes }) => ({
      id: code,
      name,
      ...(cost === null ? {} : { cost }),
      ...(excludes === null ? {} : { excludes }),
    })),
    ...(decision.budget === null ? {} : { budget: decision.budget }),
    ...(decision.ballotKind === 'consent' ? { scale: CONSENT_SCALE } : {}),
    ballots: ballots.map(({ marks, reason, weight }) => {
      const named = marks.map(({ option, value }) => ({ id: codeOf.get(option) ?? '', value }));
      return {
        marks: plainMarks(decision.ballotKind, named),
        ...(weight === undefined ? {} : { weight }),
        ...reasonsOf(named, reason),
      };
    }),
  };
}

type NamedMark = { readonly id: string; readonly value: number };

function plainMarks(kind: BallotKind, marks: readonly NamedMark[]): PlainElection['ballots'][number]['marks'] {
  if (kind === 'approval') return marks.map(({ id }) => id);
  if (kind === 'consent') return Object.fromEntries(marks.map(({ id, value }) => [id, CONSENT_SCALE[value]]));
  if (kind !== 'ranked') return Object.fromEntries(marks.map(({ id, value }) => [id, value]));
  const ranks: (string | string[])[] = [];
  for (const { id, value } of [...marks].sort((a, b) => a.value - b.value)) {
    const level = ranks[value - 1];
    ranks[value - 1] = level === undefined ? id : [level, id].flat();
  }
  return ranks;
}

function reasonsOf(marks: readonly NamedMark[], reason: string): { reasons?: Record<string, string> } {
  const blocked = marks.filter(({ value }) => value === 0);
  return reason === '' || blocked.length === 0
    ? {}
    : { reasons: Object.fromEntries(blocked.map(({ id }) => [id, reason])) };
}

/** The election of a sealed box. */
export const electionOfBox = (
  decision: Countable,
  options: readonly DecisionOption[],
  ballots: readonly SealedBallot[],
): Election => electionOf(plainElection(decision, options, ballots));

/** Counts by the method and the choices in force. Ties go to the option that stands higher on the paper. */
export function countElection(
  { method, methodOptions }: Pick<Countable, 'method' | 'methodOptions'>,
  election: Election,
): Outcome {
  const { threshold, completion, exhaustive, comparison, misfit, scoreAtLeast, longestBallot } = methodOptions;
  const meta = {
    ...election.meta,
    ...(scoreAtLeast === undefined ? {} : { min_project_score_threshold: scoreAtLeast }),
    ...(longestBallot === undefined ? {} : { max_length: String(longestBallot) }),
  };
  const counted: Election = { ...election, meta };
  switch (method) {
    case 'majority':
      return majority(counted, { threshold });
    case 'approval':
      return approval(counted);
    case 'score':
      return score(counted);
    case 'irv':
      return irv(counted);
    case 'schulze':
      return schulze(counted);
    case 'consent':
      return consent(counted);
    case 'equal-shares':
      return equalShares(counted, { completion: completion as 'add1' | undefined, exhaustive, comparison });
    case 'greedy':
      return greedy(counted, { misfit, threshold: scoreAtLeast === undefined ? 'no' : 'file' });
  }
}

/**
 * What each option was given, in the order of the options, as exact text: ballots that approve or rank it, or its points, each
 * with what it weighs. For the picture beside an outcome; the count itself stands in its steps.
 */
export function supportOf({ kind, options, ballots, valueScale = 1 }: Election): string[] {
  const points = kind === 'score' || kind === 'cumulative';
  const weights = ballots.weights ?? [rational(1)];
  const sums = options.map(() => new Array<number>(weights.length).fill(0));
  const worthOf = (value: number) => (points ? value : kind === 'consent' ? Number(value === AGREE) : 1);
  for (let row = 0; row < ballots.size; row++) {
    const own = ballots.weight?.[row] ?? 0;
    for (let at = ballots.start[row]; at < ballots.start[row + 1]; at++)
      sums[ballots.option[at]][own] += ballots.times[row] * worthOf(ballots.value[at]);
  }
  const scale = rational(points ? valueScale : 1);
  return sums.map((byWeight) => {
    const all = byWeight.reduce((sum, n, at) => add(sum, multiply(rational(n), weights[at])), rational(0));
    return showRational(divide(all, scale));
  });
}
