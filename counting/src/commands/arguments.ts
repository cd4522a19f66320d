import { UsageError } from './usage-error.ts';

/** What stands on a command line after the command. */
export interface Arguments {
  readonly operands: readonly string[];
  readonly json: boolean;
  /** The flags that take a value, by name; given twice, the last counts. */
  readonly values: Readonly<Record<string, string>>;
  /** Every `--option key=value`; keys may be written with dashes. */
  readonly options: Readonly<Record<string, string>>;
}

/** Reads a command line. Throws a UsageError for a flag that the command does not know or that lacks its value. */
export function readArguments(words: readonly string[], known: readonly string[]): Arguments {
  const operands: string[] = [];
  const values: Record<string, string> = {};
  const options: Record<string, string> = {};
  let json = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word.startsWith('--')) {
      operands.push(word);
      continue;
    }
    const cut = word.indexOf('=');
    const flag = word.slice(2, cut < 0 ? undefined : cut);
    if (flag === 'json') {
      json = true;
      continue;
    }
    if (!known.includes(flag)) throw new UsageError(`--${flag} is not known here`);
    const value = cut < 0 ? words[++i] : word.slice(cut + 1);
    if (value === undefined) throw new UsageError(`--${flag} needs a value`);
    if (flag === 'option') addOption(options, value);
    else values[flag] = value;
  }
  return { operands, json, values, options };
}

/** `max-skipped` and `maxSkipped` are the same option. */
const camel = (key: string): string => key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

function addOption(options: Record<string, string>, text: string): void {
  const cut = text.indexOf('=');
  if (cut < 1) throw new UsageError(`--option ${text} is not key=value`);
  options[camel(text.slice(0, cut))] = text.slice(cut + 1);
}
