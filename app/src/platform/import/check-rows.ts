import type { z } from 'zod';
import { toPlain } from '../language/latin.ts';
import { type FieldProblem, Refusal } from '../refusal.ts';
import { parseInput } from '../run-action.ts';
import type { Sheet } from './sheet.ts';

/** What a room says of the rows it takes. */
export interface RowKind<Row> {
  /** Field → titles its column may have, in any script, case and language. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Fields without whose column the file can't be used. */
  readonly needed: readonly string[];
  /** One row, from text; empty cells and absent columns are absent. */
  readonly schema: z.ZodType<Row>;
  /** Fields that may hold the same value only once in a file; compared as text after parsing. */
  readonly once?: readonly (keyof Row & string)[];
}

/** A row that can be taken. */
export interface GoodRow<Row> {
  readonly line: number;
  readonly row: Row;
}

/** A row that can't, with every reason and what stood there. */
export interface BadRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly { readonly field: string; readonly problem: FieldProblem }[];
}

/** What would come of a file: it is applied only when nothing is bad. */
export interface Preview<Row> {
  readonly good: readonly GoodRow<Row>[];
  readonly bad: readonly BadRow[];
  /** Titles of columns that nobody asked for: they are left out, and the person is told. */
  readonly unused: readonly string[];
}

/**
 * Checks every row and names the bad ones by their line. Gives way to others every 1,000 rows.
 * Throws a Refusal `invalid` when a needed column is missing.
 */
export async function checkRows<Row>(sheet: Sheet, kind: RowKind<Row>): Promise<Preview<Row>> {
  const places = placeColumns(sheet.titles, kind);
  const good: GoodRow<Row>[] = [];
  const bad: BadRow[] = [];
  const seen = new Map<string, number>();
  for (const [index, { line, cells }] of sheet.rows.entries()) {
    if (index % 1_000 === 999) await new Promise((resolve) => setImmediate(resolve));
    const input: Record<string, string> = {};
    for (const [field, place] of places) if (cells[place]) input[field] = cells[place];
    const checked = check(kind, input);
    const problems = checked.ok ? twins(kind, checked.row, { seen, line }) : checked.problems;
    if (checked.ok && problems.length === 0) good.push({ line, row: checked.row });
    else bad.push({ line, cells, problems });
  }
  const used = new Set(places.values());
  return { good, bad, unused: sheet.titles.filter((title, index) => title !== '' && !used.has(index)) };
}

function placeColumns<Row>(titles: readonly string[], kind: RowKind<Row>): Map<string, number> {
  const plain = titles.map(toPlain);
  const places = new Map<string, number>();
  for (const [field, names] of Object.entries(kind.columns)) {
    const wanted = [field, ...names].map(toPlain);
    const place = plain.findIndex((title) => wanted.includes(title));
    if (place >= 0) places.set(field, place);
  }
  const missing = kind.needed.filter((field) => !places.has(field));
  if (missing.length === 0) return places;
  const columns = missing.map((field) => kind.columns[field]?.[0] ?? field).join(', ');
  throw new Refusal('platform.import-column', { kind: 'invalid', facts: { columns } });
}

type Checked<Row> =
  | { readonly ok: true; readonly row: Row }
  | { readonly ok: false; readonly problems: BadRow['problems'] };

function check<Row>(kind: RowKind<Row>, input: unknown): Checked<Row> {
  try {
    return { ok: true, row: parseInput(kind.schema, input) };
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    const problems = Object.entries(problem.fields).map(([field, said]) => ({ field, problem: said }));
    return { ok: false, problems };
  }
}

function twins<Row>(
  kind: RowKind<Row>,
  row: Row,
  { seen, line }: { readonly seen: Map<string, number>; readonly line: number },
): BadRow['problems'] {
  const problems: { field: string; problem: FieldProblem }[] = [];
  for (const field of kind.once ?? []) {
    const value = row[field];
    if (value === undefined || value === null || value === '') continue;
    const key = `${field}:${String(value).toLowerCase()}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    else problems.push({ field, problem: { key: 'platform.import.twice', facts: { line: first } } });
  }
  return problems;
}
