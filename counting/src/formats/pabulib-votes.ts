import { ballotBox } from '../ballots/ballot-box.ts';
import type { BallotKind, Election, Option } from '../election.ts';
import type { Step } from '../outcome.ts';
import type { Row } from './cells.ts';
import { FileError, quote } from './file-error.ts';
import { scaledPoints } from './scaled-points.ts';

/** At most this many notes are kept about one file. */
const mostNotes = 100;

interface Setting {
  readonly name: string;
  readonly kind: BallotKind;
  readonly header: readonly string[];
  readonly projects: readonly Option[];
  readonly meta: Readonly<Record<string, string>>;
}

/** Reads the rows under VOTES into ballots. */
export function pabulibVotes({ name, kind, header, projects, meta }: Setting) {
  const indexOf = new Map(projects.map(({ id }, i) => [id, i]));
  const box = ballotBox();
  let open = new Map<number, number>();
  const points = scaledPoints((factor) => {
    box.rescale(factor);
    for (const [option, value] of open) open.set(option, value * factor);
  });
  const { notes, note, seeVoter } = noteBook();
  const column = { voter: header.indexOf('voter_id'), vote: header.indexOf('vote'), points: header.indexOf('points') };
  const weighs = kind === 'score' || kind === 'cumulative';
  const unsaid = kind === 'score' && /[1-9]/.test(meta.default_score ?? '') ? meta.default_score : undefined;

  const addMark = (mark: { option: number; id: string; points?: string }, line: number): void => {
    const before = open.get(mark.option);
    if (before !== undefined) note({ kind: 'project-listed-twice', project: mark.id, line });
    if (mark.points !== undefined) {
      const value = points.read(mark.points, { name, line, what: 'points' });
      if (kind === 'cumulative' && value < 0) throw new FileError(name, line, 'points are negative');
      if (before === undefined) open.set(mark.option, value);
      else if (kind === 'cumulative') open.set(mark.option, (open.get(mark.option) ?? 0) + value);
    } else if (before === undefined) open.set(mark.option, kind === 'ranked' ? open.size + 1 : 1);
  };
  const readMarks = (row: Row): void => {
    const ids = listed(row.cells[column.vote] ?? '');
    const given = weighs ? pointsOf(row, { name, ids, column: column.points }) : [];
    open = new Map();
    ids.forEach((id, i) => {
      const option = indexOf.get(id);
      if (option === undefined) throw new FileError(name, row.line, `there is no project ${quote(id)}`);
      addMark({ option, id, points: given[i] }, row.line);
    });
    if (unsaid === undefined) return;
    projects.forEach(({ id }, option) => {
      if (!open.has(option)) addMark({ option, id, points: unsaid }, row.line);
    });
  };
  return {
    add(row: Row): void {
      if (column.voter >= 0) seeVoter(row.cells[column.voter], row.line);
      readMarks(row);
      const marks = kind === 'ranked' ? ranksByPoints([...open], row.cells[column.points], meta.max_length) : [...open];
      if (kind !== 'ranked') marks.sort((a, b) => a[0] - b[0]);
      box.cast({ options: marks.map(([option]) => option), values: marks.map(([, value]) => value), line: row.line });
    },
    close(): Pick<Election, 'ballots' | 'valueScale' | 'notes'> {
      return {
        ballots: box.close(),
        ...(points.scale() > 1 && { valueScale: points.scale() }),
        ...(notes.length > 0 && { notes }),
      };
    },
  };
}

/** What is noted about a file, and the voters met so far. */
function noteBook() {
  const notes: Step[] = [];
  const voters = new Set<number>();
  const note = (step: Step): void => {
    if (notes.length < mostNotes) notes.push(step);
  };
  return {
    notes,
    note,
    seeVoter(id: string, line: number): void {
      const print = fingerprint(id);
      if (voters.has(print)) note({ kind: 'voter-stands-twice', voter: id, line });
      else voters.add(print);
    },
  };
}

function pointsOf(row: Row, { name, ids, column }: { name: string; ids: readonly string[]; column: number }) {
  if (column < 0) throw new FileError(name, row.line, 'ballots of points need a column points');
  const given = listed(row.cells[column] ?? '');
  if (given.length === ids.length) return given;
  throw new FileError(name, row.line, `${ids.length} projects are marked and ${given.length} points are given`);
}

/**
 * Ranks by the points that an ordinal file may state beside the order, so that a rank left empty stays empty: `max_length` points are
 * rank 1, one less is rank 2. The order itself where the points say nothing of the kind.
 */
function ranksByPoints(marks: [option: number, rank: number][], cell: string | undefined, longest: string | undefined) {
  const given = listed(cell ?? '').map(Number);
  const most = Number(longest);
  const fits = given.every((points) => Number.isInteger(points) && points >= 1 && points <= most);
  if (given.length !== marks.length || !fits) return marks;
  const ranked = marks.map(([option], i): [number, number] => [option, most + 1 - given[i]]);
  return ranked.sort((a, b) => a[1] - b[1] || a[0] - b[0]);
}

/** The parts of a cell kept apart by commas; commas at its end say nothing. */
function listed(cell: string): readonly string[] {
  const parts = cell.split(',');
  while (parts.at(-1)?.trim() === '') parts.pop();
  return cell.includes(' ') ? parts.map((part) => part.trim()) : parts;
}

/** 53 bits of a text: enough to notice a repeated id (it is only noted) without keeping the ids of a million voters. */
function fingerprint(text: string): number {
  let high = 0x811c9dc5;
  let low = 0x1b873593;
  for (let i = 0; i < text.length; i++) {
    high = Math.imul(high ^ text.charCodeAt(i), 0x01000193);
    low = Math.imul(low ^ text.charCodeAt(i), 0x5bd1e995);
    low ^= low >>> 15;
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
