/** A file that cannot be read as an election, with the place and what is wrong there. Its message is `FILE:LINE: what is wrong`. */
export class FileError extends Error {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly problem: string;
  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.name = 'FileError';
    this.file = file;
    this.line = line;
    this.problem = problem;
  }
}

/** Signs that JSON leaves as they are and that could move what a terminal shows. */
const unprintable = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A short, printable piece of what a file holds, safe to repeat in an error. */
export const quote = (text: string): string => {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return JSON.stringify(shown).replaceAll(
    unprintable,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
};
