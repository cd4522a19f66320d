import type { Language } from '../language/language.ts';

/** A line of an imported file that can't be read, and what is wrong with it. */
export interface WrongRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly {
    readonly problem: { readonly key: string; readonly facts?: Readonly<Record<string, string | number>> };
  }[];
}

/** What was not understood of a file: its wrong lines, and columns that nobody asks for. */
export interface NotUnderstood {
  readonly bad: readonly WrongRow[];
  readonly unused: readonly string[];
}

/** The most lines that a preview shows. */
const MOST_WRONG = 100;

/** Tells what was not understood of a file, as its preview shows it whatever the file is about. */
export function tellPreview({ say, list }: Language, { bad, unused }: NotUnderstood) {
  return {
    title: say('platform.import.preview'),
    bad: bad.length > 0 ? say('platform.import.bad', { count: bad.length }) : undefined,
    more: bad.length > MOST_WRONG ? say('platform.import.bad-more', { most: MOST_WRONG }) : undefined,
    columns: [
      { label: say('platform.import.line'), numeric: true },
      { label: say('platform.import.stands') },
      { label: say('platform.import.why') },
    ],
    rows: bad
      .slice(0, MOST_WRONG)
      .map(({ line, cells, problems }) => [
        line,
        cells.filter((cell) => cell !== '').join(' · '),
        problems.map(({ problem }) => say(problem.key, problem.facts)).join(' '),
      ]),
    unused: unused.length > 0 ? say('platform.import.unused', { columns: list(unused) }) : undefined,
    otherFile: say('platform.import.other-file'),
  };
}
