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
}

/** Reads the rows under VOTES into ballots. */
export function pabulibVotes({ name, kind, header, projects }: Setting) {
  const indexOf = new Map(projects.map(({ id }, i) => [id, i]));
  const box = ballotBox();
  let open = new Map<number, number>();
  const points = scaledPoints((factor) => {
    box.rescale(factor);
    for (const [option, value] of open) open.set(option, value * factor);
  });
  const voters = new Set<number>();
  const notes: Step[] = [];
  const column = { voter: header.indexOf('voter_id'), vote: header.indexOf('vote'), points: header.indexOf('points') };
  const weighs = kind === 'score' || kind === 'cumulative';

  const note = (step: Step): void => {
    if (notes.length < mostNotes) notes.push(step);
  };
  const seeVoter = (id: string, line: number): void => {
    const print = fingerprint(id);
    if (voters.has(print)) note({ kind: 'voter-stands-twice', voter: id, line });
    else voters.add(print);
  };
  const readPoints = (row: Row, ids: readonly string[]): readonly string[] => {
    if (column.points < 0) throw new FileError(name, row.line, `${kind} ballots need a column points`);
    const given = listed(row.cells[column.points] ?? '');
    if (given.length === ids.length) return given;
    throw new FileError(name, row.line, `${ids.length} projects are marked and ${given.length} points are given`);
  };
  const marksOf = (row: Row): Map<number, number> => {
    const ids = listed(row.cells[column.vote] ?? '');
    const given = weighs ? readPoints(row, ids) : undefined;
    const marks = new Map<number, number>();
    open = marks;
    ids.forEach((id, i) => {
      const option = indexOf.get(id);
      if (option === undefined) throw new FileError(name, row.line, `there is no project ${quote(id)}`);
      const before = marks.get(option);
      if (before !== undefined) note({ kind: 'project-listed-twice', project: id, line: row.line });
      if (given) {
        const value = points.read(given[i], { name, line: row.line, what: 'points' });
        if (kind === 'cumulative' && value < 0) throw new FileError(name, row.line, 'points are negative');
        if (before === undefined) marks.set(option, value);
        else if (kind === 'cumulative') marks.set(option, before + value);
      } else if (before === undefined) marks.set(option, kind === 'ranked' ? marks.size + 1 : 1);
    });
    return marks;
  };
  return {
    add(row: Row): void {
      if (column.voter >= 0) seeVoter(row.cells[column.voter], row.line);
      const marks = [...marksOf(row)];
      if (kind !== 'ranked') marks.sort((a, b) => a[0] - b[0]);
      box.cast({ options: marks.map(([option]) => option), values: marks.map(([, value]) => value) });
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

/** The parts of a cell kept apart by commas. */
function listed(cell: string): readonly string[] {
  if (cell.trim() === '') return [];
  const parts = cell.split(',');
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
