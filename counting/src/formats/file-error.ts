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

/** A short, printable piece of what a file holds, safe to repeat in an error. */
export const quote = (text: string): string => {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return JSON.stringify(shown);
};
