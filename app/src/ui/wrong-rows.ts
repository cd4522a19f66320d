import type { Language } from '#platform/language/language.ts';

/** A line of an imported file that can't be read, and what is wrong with it. */
export interface WrongRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly {
    readonly problem: { readonly key: string; readonly facts?: Readonly<Record<string, string | number>> };
  }[];
}

/** The most lines that a preview shows. */
export const MOST_WRONG = 100;

/** Wrong lines as rows of a Table: the line's number, what stands there, why it can't be read. */
export const wrongRows = ({ say }: Language, wrong: readonly WrongRow[]): (string | number)[][] =>
  wrong
    .slice(0, MOST_WRONG)
    .map(({ line, cells, problems }) => [
      line,
      cells.filter((cell) => cell !== '').join(' · '),
      problems.map(({ problem }) => say(problem.key, problem.facts)).join(' '),
    ]);
