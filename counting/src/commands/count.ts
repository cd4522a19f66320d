import type { Election } from '../election.ts';
import { FileError } from '../formats/file-error.ts';
import { readElection } from '../formats/read-election.ts';
import { sayCountingError } from '../formats/say-counting-error.ts';
import { CountingError, type Outcome } from '../outcome.ts';
import type { Arguments } from './arguments.ts';
import { methodNamed, typedOptions } from './methods.ts';
import { namedMethod } from './named-method.ts';
import { watching } from './progress.ts';
import { showOutcome } from './show-outcome.ts';
import { UsageError } from './usage-error.ts';

/** The flags of `tally count` that take a value. */
export const countFlags = ['method', 'option', 'ties'] as const;

/** Counts one file and answers with the text for standard output. */
export async function countCommand({ operands, values, options, json }: Arguments): Promise<string> {
  const [file, ...others] = operands;
  if (file === undefined || others.length > 0) throw new UsageError('tally count needs one FILE');
  if (values.method !== undefined) methodNamed(values.method);
  return watching(file, async ({ chunks, say }) => {
    const election = await readElection(chunks, file);
    const named = namedMethod(election);
    const method = values.method ?? named.method;
    const given = { ...options, ...(values.ties !== undefined && { ties: values.ties }) };
    const said = values.method === undefined || values.method === named.method ? named.options : {};
    say(`counting by ${method}`);
    try {
      const choices = sayingWhere(file, election, () => typedOptions(method, without(said, given)));
      const outcome = methodNamed(method).count(election, { ...choices, ...typedOptions(method, given) });
      const assumed = values.method === undefined ? named.assumed : undefined;
      const whole = assumed === undefined ? outcome : withAssumption(outcome, assumed);
      return json ? `${JSON.stringify(whole)}\n` : showOutcome(whole, election);
    } catch (error) {
      throw error instanceof CountingError ? refusal(file, election, { error, said, given }) : error;
    }
  });
}

type Texts = Readonly<Record<string, string>>;

/** The file's choices that the command line leaves as they are. */
const without = (said: Texts, given: Texts): Texts =>
  Object.fromEntries(Object.entries(said).filter(([key]) => !Object.hasOwn(given, key)));

/** A choice that the file makes and the method does not know is a fault of the file. */
function sayingWhere<Answer>(file: string, { methodOptions }: Election, work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UsageError && methodOptions)) throw error;
    throw new FileError(file, methodOptions.line ?? 1, error.message);
  }
}

const withAssumption = (outcome: Outcome, rule: string): Outcome => ({
  ...outcome,
  steps: [{ kind: 'rule-assumed', rule, counted: outcome.method }, ...outcome.steps],
});

/** What was asked for is the trouble with these, not a ballot; each with the option that asked, where the error names something else. */
const asked: Readonly<Record<string, string | undefined>> = {
  'option-value-unknown': undefined,
  'not-a-number': undefined,
  'tie-order-unknown-option': 'ties',
  'option-unknown': 'excludeFirst',
  'grade-unknown': 'approve',
};

/** A failure of a count in words: about the command line, or about the file, on the line of the choice or the ballot that is refused. */
function refusal(
  file: string,
  { ballots, methodOptions }: Election,
  { error, said, given }: { error: CountingError; said: Texts; given: Texts },
): Error {
  const { row, option } = error.facts;
  const key = error.reason === 'seats-not-positive' ? 'seats' : (asked[error.reason] ?? String(option));
  const sentence = sayCountingError(error);
  if (typeof row === 'number') return new FileError(file, ballots.line?.[row] ?? 1, sentence);
  if (Object.hasOwn(given, key)) return new UsageError(sentence);
  if (methodOptions && Object.hasOwn(said, key)) return new FileError(file, methodOptions.line ?? 1, sentence);
  return Object.hasOwn(asked, error.reason) ? new UsageError(sentence) : new FileError(file, 1, sentence);
}
