import { type Row, rowReader } from './cells.ts';
import { FileError } from './file-error.ts';
import type { LineReader } from './lines.ts';

/** More rows than this are not read into a table. */
const mostRows = 5_000_000;

/** Tables of people and statements: comma, semicolon or tab, whichever the header uses most. */
export interface TableSink<Answer> {
  /** Is given the header, trimmed; throws a FileError when it cannot use it. */
  header(columns: readonly string[], line: number): void;
  row(cells: readonly string[], line: number): void;
  close(lastLine: number): Answer;
}

/** Reads a separated file row by row into a sink. Empty lines are passed over. Throws a FileError for a file without a header. */
export function tableReader<Answer>(name: string, sink: TableSink<Answer>): LineReader<Answer> {
  let rows: ReturnType<typeof rowReader> | undefined;
  let headed = false;
  let count = 0;
  const take = ({ cells, line }: Row): void => {
    if (cells.every((cell) => cell.trim() === '')) return;
    if (headed) {
      if (++count > mostRows) throw new FileError(name, line, `there are more than ${mostRows} rows`);
      sink.row(cells, line);
    } else {
      headed = true;
      sink.header(
        cells.map((cell) => cell.trim()),
        line,
      );
    }
  };
  return {
    line(text, number) {
      rows ??= rowReader(separatorOf(text), name);
      const row = rows.push(text, number);
      if (row) take(row);
    },
    close(lastLine) {
      rows?.close();
      if (!headed) throw new FileError(name, 1, 'the file is empty');
      return sink.close(Math.max(1, lastLine));
    },
  };
}

function separatorOf(header: string): string {
  const counts = [',', ';', '\t'].map((separator) => ({ separator, count: header.split(separator).length }));
  return counts.sort((a, b) => b.count - a.count)[0].separator;
}
