import { FileError } from './file-error.ts';
import type { LineReader } from './lines.ts';
import { tableReader } from './table.ts';

/** What a list of statements says about each of them. */
export interface StatementList {
  /** Ids of statements that moderation took out. */
  readonly out: readonly string[];
  /** Ids of statements about the person ("I am a farmer"). */
  readonly meta: readonly string[];
}

/** Reads the `comments.csv` of the Polis open data: `comment-id`, `moderated` (−1 = taken out), `is-meta`. */
export function commentsReader(name: string): LineReader<StatementList> {
  const out: string[] = [];
  const meta: string[] = [];
  let columns: readonly string[] = [];
  return tableReader(name, {
    header(cells, line) {
      columns = cells.map((cell) => cell.toLowerCase());
      if (!columns.includes('comment-id')) throw new FileError(name, line, 'the column comment-id is missing');
    },
    row(cells) {
      const cell = (column: string): string => (cells[columns.indexOf(column)] ?? '').trim().toLowerCase();
      if (cell('moderated') === '-1') out.push(cell('comment-id'));
      if (['true', '1'].includes(cell('is-meta'))) meta.push(cell('comment-id'));
    },
    close: () => ({ out, meta }),
  });
}
