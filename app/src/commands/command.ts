import type { House } from '#platform/house.ts';
import type { Language } from '#platform/language/language.ts';

/** What a command speaks through: in its own process, or over the socket of a running server. */
export interface Terminal {
  readonly language: Language;
  /** The folder the person stands in; file names are read from there. */
  readonly folder: string;
  out(line: string): void;
  err(line: string): void;
  /**
   * How far it is; shown as a bar where there is a terminal. `total` 0 means unknown. Throws Cancelled when whoever asked has
   * gone away: what is all or nothing then leaves nothing.
   */
  progress(done: number, total: number): void;
}

/** What the person typed after the command's name. */
export interface Typed {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean>>;
}

/** One command of `sofra`. Its help is the catalogue key `commands.<name>.help`, its line in the list `commands.<name>.summary`. */
export interface Command {
  readonly name: string;
  /** Options that take a value (`string`) or stand alone (`boolean`); `json` and `help` are known to all. */
  readonly options: Readonly<Record<string, 'string' | 'boolean'>>;
  /** Runs with an open house and returns the exit code: 0 done · 1 refused or failed · 2 typed wrong. */
  run(house: House, typed: Typed, terminal: Terminal): Promise<number>;
}

/** Whoever asked is not there any more (Ctrl-C): nobody waits for the rest. */
export class Cancelled extends Error {}

/** Typed wrong: the terminal shows the sentence and the help. */
export class TypedWrong extends Error {}
