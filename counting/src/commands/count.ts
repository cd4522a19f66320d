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
    const fromFile = values.method === undefined || values.method === named.method ? named.options : {};
    const given = { ...fromFile, ...options, ...(values.ties !== undefined && { ties: values.ties }) };
    say(`counting by ${method}`);
    try {
      const outcome = methodNamed(method).count(election, typedOptions(method, given));
      const assumed = values.method === undefined ? named.assumed : undefined;
      const whole = assumed === undefined ? outcome : withAssumption(outcome, assumed);
      return json ? `${JSON.stringify(whole)}\n` : showOutcome(whole, election);
    } catch (error) {
      throw error instanceof CountingError ? refusal(file, election, error) : error;
    }
  });
}

const withAssumption = (outcome: Outcome, rule: string): Outcome => ({
  ...outcome,
  steps: [{ kind: 'rule-assumed', rule, counted: outcome.method }, ...outcome.steps],
});

/** What was asked for is the trouble with these, not the file. */
const asked = ['option-value-unknown', 'tie-order-unknown-option', 'option-unknown', 'grade-unknown', 'not-a-number'];

/** A failure of a count in words: about the command line, or about the file, on the line of the ballot that it refuses. */
function refusal(file: string, { ballots }: Election, error: CountingError): Error {
  if (asked.includes(error.reason)) return new UsageError(sayCountingError(error));
  const { row } = error.facts;
  return new FileError(file, typeof row === 'number' ? (ballots.line?.[row] ?? 1) : 1, sayCountingError(error));
}
