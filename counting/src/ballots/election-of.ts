import type { BallotKind, Election, Option } from '../election.ts';
import { CountingError } from '../outcome.ts';
import { parseRational, type Rational } from '../rational.ts';
import { ballotBox } from './ballot-box.ts';
import { finerScale, marksOf } from './plain-marks.ts';

/**
 * What one voter marked, as a person would write it.
 * approval: a list of option ids · ranked: ids from most to least wished, a list inside the list for equal ranks, null for a skipped rank ·
 * score and cumulative: points by id · grades and consent: a word of the scale by id.
 */
export type PlainMarks = readonly (string | readonly string[] | null)[] | Readonly<Record<string, number | string>>;

/** One ballot written by hand, with how often it was cast and what it weighs. */
export interface PlainBallot {
  readonly marks: PlainMarks;
  /** How many voters cast exactly this ballot; 1 when absent. */
  readonly times?: number;
  /** What each of them weighs, as exact text (`1/7` for a table of seven); 1 when absent. */
  readonly weight?: string;
  /** Consent: why this voter blocks, by option id. */
  readonly reasons?: Readonly<Record<string, string>>;
}

/** An option written by hand: what `Option` holds, with its cost as exact text (`1200.50`, `1/3`) or a number. */
export interface PlainOption extends Omit<Option, 'cost'> {
  readonly cost?: string | number;
}

/** An election written by hand; it is also what our own JSON files hold. Money and weights are exact text. */
export interface PlainElection
  extends Omit<Election, 'options' | 'ballots' | 'budget' | 'valueScale' | 'kind' | 'methodOptions'> {
  readonly kind: BallotKind;
  readonly options: readonly (string | PlainOption)[];
  readonly ballots: readonly PlainBallot[];
  readonly budget?: string | number;
  /** Choices of the method that `meta` names (`{ threshold: '2/3' }`), each as on the command line. */
  readonly methodOptions?: Readonly<Record<string, string | number>>;
}

/** The marks of a consent decision, from the gravest to the lightest; the scale when an election names none. */
export const consentMarks: readonly string[] = ['block', 'concern', 'stand aside', 'agree'];

/**
 * An election from ids and words. Equal ballots are merged. `lines` says on which line of its file each ballot stands, for whoever has one.
 * Throws a CountingError for an unknown option or word, an option that stands twice, or a number that is none; where a ballot is
 * the trouble, `ballot` is its number in the list, from 1.
 */
export function electionOf(plain: PlainElection, lines?: ArrayLike<number>): Election {
  const { kind, options, ballots, budget, methodOptions, ...others } = plain;
  const listed = options.map(optionOf);
  const indexOf = new Map(listed.map(({ id }, i) => [id, i]));
  if (indexOf.size < listed.length) {
    throw new CountingError('option-stands-twice', {
      option: listed.find(({ id }, i) => indexOf.get(id) !== i)?.id ?? '',
    });
  }
  const scale = plain.scale ?? (kind === 'consent' ? consentMarks : undefined);
  const weighs = kind === 'score' || kind === 'cumulative';
  const valueScale = weighs
    ? ballots.reduce((finer, { marks }, at) => blaming(at, () => finerScale(marks, finer)), 1)
    : 1;
  const box = ballotBox();
  ballots.forEach(({ marks, times, weight }, at) => {
    blaming(at, () => {
      const read = marksOf(marks, { kind, indexOf, scale: scale ?? [], valueScale });
      box.cast({ ...read, line: lines?.[at] }, times ?? 1, weight === undefined ? undefined : exact(weight));
    });
  });
  const reasons = kind === 'consent' ? reasonsIn(plain) : undefined;
  return {
    ...others,
    kind,
    options: listed,
    ballots: box.close(),
    ...(scale && { scale }),
    ...(valueScale > 1 && { valueScale }),
    ...(budget !== undefined && { budget: exact(budget) }),
    ...(reasons && { reasons }),
    ...(methodOptions && { methodOptions: { texts: asTexts(methodOptions) } }),
  };
}

const asTexts = (choices: Readonly<Record<string, string | number>>): Record<string, string> =>
  Object.fromEntries(Object.entries(choices).map(([name, choice]) => [name, String(choice)]));

function optionOf(option: string | PlainOption): Option {
  if (typeof option === 'string') return { id: option };
  const { cost, ...others } = option;
  return cost === undefined ? others : { ...others, cost: exact(cost) };
}

function exact(text: string | number): Rational {
  try {
    return parseRational(String(text));
  } catch {
    throw new CountingError('not-a-number', { text: String(text).slice(0, 40) });
  }
}

function reasonsIn({ ballots, reasons: given }: PlainElection): Record<string, readonly string[]> {
  const reasons: Record<string, readonly string[]> = { ...given };
  for (const ballot of ballots) {
    for (const [id, reason] of Object.entries(ballot.reasons ?? {})) {
      if (reason.trim() !== '') reasons[id] = [...(Object.hasOwn(reasons, id) ? reasons[id] : []), reason];
    }
  }
  return reasons;
}

/** Says of a failure which ballot it comes from. */
function blaming<Answer>(ballot: number, work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CountingError)) throw error;
    throw new CountingError(error.reason, { ...error.facts, ballot: ballot + 1 });
  }
}
