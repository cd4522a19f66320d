import { sayCountingError } from '../formats/say-counting-error.ts';
import { CountingError } from '../outcome.ts';
import { banzhaf } from '../power.ts';
import { spread } from '../spread.ts';
import type { Arguments } from './arguments.ts';
import { UsageError } from './usage-error.ts';

/** `tally power SEATS … --quota Q`: the share of power of every holder of seats. */
export async function powerCommand({ operands, values, json }: Arguments): Promise<string> {
  const seats = numbersOf(operands, 'SEATS');
  if (values.quota === undefined) throw new UsageError('tally power needs --quota Q');
  const [quota] = numbersOf([values.quota], 'Q');
  const shares = inWords(() => banzhaf(seats, quota));
  if (json) return `${JSON.stringify({ banzhaf: shares })}\n`;
  return lines(seats.map((held, i) => [`${held}`, `${shares[i]}`]));
}

/** `tally spread NUMBERS …`: how evenly something is spread. */
export async function spreadCommand({ operands, json }: Arguments): Promise<string> {
  const figures = inWords(() => spread(numbersOf(operands, 'NUMBERS')));
  if (json) return `${JSON.stringify(figures)}\n`;
  return lines(Object.entries(figures).map(([name, figure]) => [name, `${figure}`]));
}

function numbersOf(words: readonly string[], what: string): number[] {
  if (words.length === 0) throw new UsageError(`${what} are missing`);
  return words.map((word) => {
    const number = Number(word);
    if (word.trim() !== '' && Number.isFinite(number) && number >= 0) return number;
    throw new UsageError(`${word} is not a number of zero or more`);
  });
}

function inWords<Answer>(measure: () => Answer): Answer {
  try {
    return measure();
  } catch (error) {
    if (error instanceof CountingError) throw new UsageError(sayCountingError(error));
    throw error;
  }
}

const lines = (rows: readonly (readonly [string, string])[]): string =>
  rows.map(([label, text]) => `${label.padEnd(18)}${text}\n`).join('');
