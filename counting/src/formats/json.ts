import { electionOf, type PlainElection } from '../ballots/election-of.ts';
import type { BallotKind, Election } from '../election.ts';
import { CountingError } from '../outcome.ts';
import { showRational } from '../rational.ts';
import { FileError } from './file-error.ts';
import { lineOfName, linesOfItems } from './json-lines.ts';
import type { LineReader } from './lines.ts';
import { mostOptions } from './numbers.ts';
import { sayCountingError } from './say-counting-error.ts';
import { writtenMarks } from './written-marks.ts';

const kinds: readonly string[] = [
  'approval',
  'score',
  'cumulative',
  'ranked',
  'grades',
  'consent',
] satisfies BallotKind[];

/** The longest JSON text that is read: it has to stand in memory as a whole. */
const longestText = 256 * 1024 * 1024;

/**
 * Reads our own JSON: one object as `electionOf` takes it, `{ "kind", "options", "ballots", … }`.
 * Throws a FileError with the line of what is wrong: that of the ballot or option, or 1 when the whole is the trouble.
 */
export function jsonReader(name: string): LineReader<Election> {
  const lines: string[] = [];
  let length = 0;
  return {
    line(text, number) {
      length += text.length;
      if (length > longestText) throw new FileError(name, number, `the text is longer than ${longestText} characters`);
      lines.push(text);
    },
    close: () => parseJson(lines.join('\n'), name),
  };
}

/** Reads our own JSON from a whole text. Throws a FileError with the line of what is wrong, as `jsonReader` does. */
export function parseJson(text: string, name: string): Election {
  let content: unknown;
  try {
    content = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch (error) {
    throw new FileError(name, lineOf(text, error), 'the text is not JSON');
  }
  const wrong = whatIsWrong(content);
  if (wrong) {
    const { problem, list, at = 0 } = typeof wrong === 'string' ? { problem: wrong } : wrong;
    throw new FileError(name, list ? (linesOfItems(text, list)[at] ?? lineOfName(text, list)) : 1, problem);
  }
  const lines = linesOfItems(text, 'ballots');
  try {
    const { methodOptions, ...election } = electionOf(content as PlainElection, lines);
    if (!methodOptions) return election;
    return { ...election, methodOptions: { ...methodOptions, line: lineOfName(text, 'methodOptions') } };
  } catch (error) {
    if (!(error instanceof CountingError)) throw error;
    const line = typeof error.facts.ballot === 'number' ? lines[error.facts.ballot - 1] : 1;
    throw new FileError(name, line, sayCountingError(error));
  }
}

/** An election as our own JSON, with all it holds. */
export function writeJson(election: Election): string {
  const { options, ballots, budget, valueScale: _, notes: __, methodOptions, ...others } = election;
  const plain = {
    ...others,
    options: options.map(({ cost, ...option }) => ({ ...option, ...(cost && { cost: showRational(cost) }) })),
    ...(budget && { budget: showRational(budget) }),
    ...(methodOptions && { methodOptions: methodOptions.texts }),
    ballots: writtenMarks(election).map(({ marks, times, weight }) => ({
      marks,
      ...(times > 1 && { times }),
      ...(weight && { weight: showRational(weight) }),
    })),
  };
  return `${JSON.stringify(plain)}\n`;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong, and with which item of which list, counted from 0, where it is one. */
interface Trouble {
  readonly problem: string;
  readonly list?: string;
  readonly at?: number;
}

function whatIsWrong(content: unknown): string | Trouble | undefined {
  if (!isRecord(content)) return 'expected an object with kind, options and ballots';
  const {
    kind,
    options,
    ballots,
    scale,
    budget,
    seats,
    entitled,
    reasons = {},
    meta = {},
    methodOptions = {},
  } = content;
  if (typeof kind !== 'string' || !kinds.includes(kind)) return `kind is none of ${kinds.join(', ')}`;
  if (!Array.isArray(options)) return 'options is not a list';
  if (options.length > mostOptions) return `there are more than ${mostOptions} options`;
  const bad = options.findIndex(
    (option) => !(typeof option === 'string' || (isRecord(option) && typeof option.id === 'string')),
  );
  if (bad >= 0) return { problem: `option ${bad + 1} has no id`, list: 'options', at: bad };
  const costly = options.findIndex((option) => isRecord(option) && !isAmount(option.cost));
  if (costly >= 0)
    return { problem: `option ${costly + 1} has a cost that is no amount of money`, list: 'options', at: costly };
  if (!isAmount(budget)) return 'budget is no amount of money';
  if (!Array.isArray(ballots)) return 'ballots is not a list';
  const wrong = ballots.findIndex((ballot) => !isBallot(ballot));
  if (wrong >= 0)
    return { problem: `ballot ${wrong + 1} is not { marks, times?, weight?, reasons? }`, list: 'ballots', at: wrong };
  if (scale !== undefined && !isWords(scale)) return 'scale is not a list of words';
  if (!(isRecord(reasons) && Object.values(reasons).every(isWords))) return 'reasons is not a list of texts by option';
  if (!(isRecord(meta) && isWords(Object.values(meta)))) return 'meta is not texts by name';
  if (
    !(
      isRecord(methodOptions) && Object.values(methodOptions).every((choice) => /^(string|number)$/.test(typeof choice))
    )
  )
    return { problem: 'methodOptions is not texts or numbers by name', list: 'methodOptions' };
  return [seats, entitled].every((number) => number === undefined || Number.isInteger(number))
    ? undefined
    : 'seats or entitled is not a whole number';
}

const isWords = (value: unknown): boolean => Array.isArray(value) && value.every((word) => typeof word === 'string');

const isAmount = (value: unknown): boolean =>
  value === undefined ||
  ((typeof value === 'string' || typeof value === 'number') && !String(value).trim().startsWith('-'));

function isBallot(ballot: unknown): boolean {
  if (!isRecord(ballot) || typeof ballot.marks !== 'object' || ballot.marks === null) return false;
  const { times, weight, reasons } = ballot;
  if (
    reasons !== undefined &&
    !(isRecord(reasons) && Object.values(reasons).every((reason) => typeof reason === 'string'))
  )
    return false;
  return (times === undefined || Number.isInteger(times)) && (weight === undefined || typeof weight === 'string');
}

/** The line of a JSON error, from what the engine says about it: a position, or the ten characters before and after it. */
function lineOf(text: string, error: unknown): number {
  const said = error instanceof Error ? error.message : '';
  const lineAt = (position: number): number => text.slice(0, position).split('\n').length;
  const position = /position (\d+)/.exec(said);
  if (position) return lineAt(Number(position[1]));
  if (/end of JSON/.test(said)) return lineAt(text.length);
  const [, token, cut, around] =
    /^Unexpected token '(.*?)', (\.\.\.)?"([\s\S]*)"(?:\.\.\.)?\s+is not valid JSON/.exec(said) ?? [];
  if (around === undefined) return 1;
  return lineAt(text.indexOf(around) + (cut ? 10 : around.indexOf(token)));
}
