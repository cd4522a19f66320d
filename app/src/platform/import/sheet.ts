import { extname } from 'node:path';
import Papa from 'papaparse';
import { Refusal } from '../refusal.ts';

/** One row as it stands in the file: `line` is where a person finds it again. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table of text: the titles of its columns, and every row that is not empty. */
export interface Sheet {
  readonly titles: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** The most rows one file may bring through a page; a larger one is cut in parts by who brings it. */
const MOST_ROWS = 20_000;

/**
 * Reads a CSV file (comma, semicolon or tab; UTF-8 or UTF-16) or the first sheet of an XLSX file.
 * Throws a Refusal `invalid` when it can't be read, is empty, or has more than 20,000 rows.
 */
export async function parseSheet(bytes: Uint8Array, fileName: string): Promise<Sheet> {
  const kind = extname(fileName).toLowerCase();
  const rows = kind === '.xlsx' ? await rowsOfXlsx(bytes) : rowsOfCsv(decode(bytes));
  const [titles, ...rest] = rows.filter((row) => row.cells.some((cell) => cell !== ''));
  if (!titles || rest.length === 0) throw new Refusal('platform.import-empty', { kind: 'invalid' });
  if (rest.length > MOST_ROWS)
    throw new Refusal('platform.import-long', { kind: 'invalid', facts: { most: MOST_ROWS, rows: rest.length } });
  return { titles: titles.cells, rows: rest };
}

function rowsOfCsv(text: string): SheetRow[] {
  const rows: SheetRow[] = [];
  let line = 1;
  let from = 0;
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    step: ({ data, meta }) => {
      rows.push({ line, cells: data.map(clean) });
      line += text.slice(from, meta.cursor).split(/\r\n|\n|\r/).length - 1;
      from = meta.cursor;
    },
  });
  return rows;
}

/** What stands most often in the first line; a comma when nothing does. */
function delimiterOf(text: string): string {
  const titles = text.slice(0, text.search(/[\r\n]|$/));
  const [most] = [',', ';', '\t'].sort((a, b) => titles.split(b).length - titles.split(a).length);
  return most;
}

async function rowsOfXlsx(bytes: Uint8Array): Promise<SheetRow[]> {
  try {
    const { readSheet } = await import('read-excel-file/node');
    const rows = await readSheet(Buffer.from(bytes));
    return rows.map((cells, index) => ({ line: index + 1, cells: cells.map(clean) }));
  } catch {
    throw new Refusal('platform.import-unreadable', { kind: 'invalid' });
  }
}

const clean = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).normalize('NFC').trim();
};

/** UTF-8 or UTF-16 as text. A list saved in an old code page would turn names into nonsense without a word: it is refused instead. */
export function decode(bytes: Uint8Array): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('platform.import-unreadable', { kind: 'invalid' });
  }
}
