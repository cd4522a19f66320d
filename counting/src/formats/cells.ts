import { FileError } from './file-error.ts';
import { longestLine } from './lines.ts';

/** More lines than this inside one quoted cell are taken for a quote that was never closed. */
const longestCell = 200;

/** One row of a separated file and the line it began on. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * Reads rows of cells kept apart by `separator`, where a cell in double quotes may hold separators, line ends and `""` for a quote.
 * `push` returns undefined while a quoted cell is still open at the end of a line.
 */
export function rowReader(separator: string, name: string) {
  let open = '';
  let openedOn = 0;
  const neverClosed = () => new FileError(name, openedOn, 'a quoted text is opened and never closed');
  return {
    push(line: string, number: number): Row | undefined {
      if (open === '' && !line.includes('"')) return { cells: line.split(separator), line: number };
      const text = open === '' ? line : `${open}\n${line}`;
      if (open === '') openedOn = number;
      if (text.length > longestLine || number - openedOn > longestCell) throw neverClosed();
      const cells = splitCells(text, separator);
      open = cells ? '' : text;
      return cells && { cells, line: openedOn };
    },
    close(): void {
      if (open !== '') throw neverClosed();
    },
  };
}

/** The cells of one row, or undefined when a quoted cell is not closed. */
export function splitCells(text: string, separator: string): string[] | undefined {
  const cells: string[] = [];
  let from = 0;
  while (from <= text.length) {
    const end = text.indexOf(separator, from);
    const stop = end < 0 ? text.length : end;
    if (text[from] !== '"') {
      cells.push(text.slice(from, stop));
      from = stop + 1;
      continue;
    }
    const cell = quotedCell(text, separator, from);
    if (!cell) return undefined;
    cells.push(cell.value);
    from = cell.next;
  }
  return cells;
}

function quotedCell(text: string, separator: string, from: number): { value: string; next: number } | undefined {
  let value = '';
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return undefined;
    value += text.slice(at, close);
    if (text[close + 1] !== '"') {
      const end = text.indexOf(separator, close);
      const stop = end < 0 ? text.length : end;
      return { value: value + text.slice(close + 1, stop), next: stop + 1 };
    }
    value += '"';
    at = close + 2;
  }
}

/** A cell as it is written: quoted when it holds the separator, a quote or a line end. */
export const writeCell = (value: string, separator: string): string =>
  value.includes(separator) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
