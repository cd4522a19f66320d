import type { BallotKind, Election, Option } from '../election.ts';
import { type Row, rowReader } from './cells.ts';
import { FileError, quote } from './file-error.ts';
import { feed, type LineReader, type Lines } from './lines.ts';
import { readAmount, refuseManyOptions } from './numbers.ts';
import { pabulibVotes } from './pabulib-votes.ts';

/** Pabulib's `vote_type` and what we call that kind of ballot. */
const kinds: Readonly<Record<string, BallotKind>> = {
  approval: 'approval',
  'choose-1': 'approval',
  cumulative: 'cumulative',
  scoring: 'score',
  ordinal: 'ranked',
};

/** What Pabulib writes as the cost of a project that was withdrawn after the vote. */
const costOfWithdrawn = '999999999';

const sections = ['meta', 'projects', 'votes'] as const;
type Section = (typeof sections)[number];

/**
 * Reads a participatory budget in the Pabulib format (http://pabulib.org/format) from its lines.
 *
 * The election's kind follows `vote_type` (approval and choose-1 → approval, cumulative → cumulative, scoring → score,
 * ordinal → ranked). `meta` is the META section untouched, so the rule is `meta.rule` and the threshold
 * `meta.min_project_score_threshold`. Project ids stay text in the order of the file; costs and the budget are exact;
 * the other columns of PROJECTS (`selected`, `votes`, `score`, `name` …) are in `facts` of each option, and projects with the same
 * text in a column `exclusive` exclude each other. A cost of 999999999 is Pabulib's sign for a project withdrawn after the vote. A project that one voter lists twice counts once (points add up in cumulative
 * ballots) and is noted, as is a voter's id that stands twice. Throws a FileError with the line of what is wrong.
 */
export const parsePabulib = (lines: Lines, name: string): Promise<Election> => feed(lines, pabulibReader(name));

/** The same reader, to be fed line by line. */
export function pabulibReader(name: string): LineReader<Election> {
  const rows = rowReader(';', name);
  const meta: Record<string, string> = {};
  const lineOf = new Map<string, number>();
  const projects = projectList(name);
  let section: Section | undefined;
  let header: readonly string[] | undefined;
  let votes: ReturnType<typeof pabulibVotes> | undefined;

  const begin = (row: Row): boolean => {
    const word = row.cells[0].trim().toLowerCase();
    const named = sections.find((known) => known === word);
    if (!named || row.cells.some((cell, i) => i > 0 && cell.trim() !== '')) return false;
    section = named;
    header = undefined;
    return true;
  };
  const take = (row: Row): void => {
    if (begin(row)) return;
    if (!section) throw new FileError(name, row.line, `expected META, found ${quote(row.cells[0])}`);
    if (header) {
      if (section === 'meta') readMeta(meta, row, lineOf);
      else if (section === 'projects') projects.add(row, header);
      else votes?.add(row);
      return;
    }
    header = row.cells.map((cell) => cell.trim().toLowerCase());
    if (section === 'projects') requireColumns(header, ['project_id', 'cost'], { name, line: row.line });
    if (section !== 'votes') return;
    requireColumns(header, ['vote'], { name, line: row.line });
    const kind = kindOf(meta, { name, line: lineOf.get('vote_type') ?? row.line });
    votes = pabulibVotes({ name, kind, header, projects: projects.all, meta });
  };
  return {
    line(text, number) {
      const row = rows.push(text, number);
      if (row && !(row.cells.length === 1 && row.cells[0].trim() === '')) take(row);
    },
    close(lastLine) {
      rows.close();
      const place = { name, line: Math.max(1, lastLine) };
      if (!votes) throw new FileError(name, place.line, 'the file ends before its section VOTES');
      const budgetLine = lineOf.get('budget');
      const budget = budgetLine && readAmount(meta.budget, { name, line: budgetLine, what: 'budget' });
      return { kind: kindOf(meta, place), options: projects.all, ...(budget && { budget }), meta, ...votes.close() };
    },
  };
}

interface Place {
  readonly name: string;
  readonly line: number;
}

function kindOf(meta: Record<string, string>, { name, line }: Place): BallotKind {
  const kind = kinds[(meta.vote_type ?? '').trim().toLowerCase()];
  if (kind) return kind;
  const known = Object.keys(kinds).join(', ');
  throw new FileError(name, line, `vote_type ${quote(meta.vote_type ?? '')} is none of ${known}`);
}

function readMeta(meta: Record<string, string>, row: Row, lineOf: Map<string, number>): void {
  const key = row.cells[0].trim();
  if (key === '' || key === '__proto__') return;
  meta[key] = (row.cells[1] ?? '').trim();
  lineOf.set(key, row.line);
}

function requireColumns(header: readonly string[], columns: readonly string[], { name, line }: Place): void {
  const missing = columns.find((column) => !header.includes(column));
  if (missing) throw new FileError(name, line, `the column ${missing} is missing`);
}

function projectList(name: string) {
  const all: Option[] = [];
  const known = new Set<string>();
  return {
    all: all as readonly Option[],
    add(row: Row, header: readonly string[]): void {
      const facts: Record<string, string> = {};
      header.forEach((column, i) => {
        if (column !== '' && column !== '__proto__') facts[column] = (row.cells[i] ?? '').trim();
      });
      const { project_id: id, cost, name: title, exclusive, ...others } = facts;
      if (id === '') throw new FileError(name, row.line, 'a project has no id');
      if (known.has(id)) throw new FileError(name, row.line, `project ${quote(id)} stands twice`);
      refuseManyOptions(known.add(id).size, { name, line: row.line });
      all.push({
        id,
        ...(title && { name: title }),
        cost: readAmount(cost, { name, line: row.line, what: 'cost' }),
        ...(cost === costOfWithdrawn && { withdrawn: true as const }),
        ...(exclusive && { excludes: exclusive }),
        facts: others,
      });
    },
  };
}
