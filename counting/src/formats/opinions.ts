import type { OpinionVotes } from '../groups/votes.ts';
import { FileError, quote } from './file-error.ts';
import { feed, type LineReader, type Lines } from './lines.ts';
import { type TableSink, tableReader } from './table.ts';

const marks: Readonly<Record<string, number>> = {
  '1': 1,
  '1.0': 1,
  agree: 1,
  yes: 1,
  '-1': -1,
  '-1.0': -1,
  disagree: -1,
  no: -1,
  '0': 0,
  '0.0': 0,
  pass: 0,
  unsure: 0,
};

/**
 * Reads who marked which statement how: long files (a row per mark: voter, statement, vote; with a column `timestamp` the later
 * mark counts, else the later row) and the wide `participants-votes.csv` of the Polis open data (a row per person, a column per
 * statement). Marks: 1 agree, −1 disagree, 0 pass, or these words. Throws a FileError with the line of what is wrong.
 */
export const parseOpinions = (lines: Lines, name: string): Promise<OpinionVotes> => feed(lines, opinionReader(name));

/** The same reader, to be fed line by line. */
export function opinionReader(name: string): LineReader<OpinionVotes> {
  let sink: TableSink<OpinionVotes> | undefined;
  return tableReader(name, {
    header(columns, line) {
      const plain = columns.map((column) => column.toLowerCase().replaceAll(/[\s_]/g, '-'));
      sink = plain.includes('n-votes') ? wideVotes(name, plain) : longVotes(name, { columns: plain, line });
    },
    row: (cells, line) => sink?.row(cells, line),
    close: (lastLine) => {
      if (!sink) throw new FileError(name, 1, 'the file is empty');
      return sink.close(lastLine);
    },
  });
}

function readMark(text: string, { name, line }: { name: string; line: number }): number {
  const mark = text.trim().toLowerCase();
  if (Object.hasOwn(marks, mark)) return marks[mark];
  throw new FileError(name, line, `${quote(text)} is none of agree (1), disagree (-1), pass (0)`);
}

const noHeader = (): void => {};

function longVotes(
  name: string,
  { columns, line }: { columns: readonly string[]; line: number },
): TableSink<OpinionVotes> {
  const find = (words: readonly string[]): number => columns.findIndex((column) => words.includes(column));
  const at = {
    voter: find(['voter', 'voter-id', 'participant', 'participant-id', 'person', 'user', 'user-id']),
    statement: find(['statement', 'statement-id', 'comment', 'comment-id', 'tid']),
    vote: find(['vote', 'mark', 'value']),
    time: find(['timestamp', 'time']),
  };
  if (at.voter < 0 || at.statement < 0 || at.vote < 0) {
    throw new FileError(name, line, 'the columns voter, statement and vote are needed');
  }
  const people = numbering();
  const statements = numbering();
  const entries: { participant: number; statement: number; mark: number; time: number }[] = [];
  return {
    header: noHeader,
    row(cells, number) {
      const time = at.time < 0 ? 0 : Number(cells[at.time]);
      entries.push({
        participant: people.of((cells[at.voter] ?? '').trim()),
        statement: statements.of((cells[at.statement] ?? '').trim()),
        mark: readMark(cells[at.vote] ?? '', { name, line: number }),
        time: Number.isFinite(time) ? time : 0,
      });
    },
    close() {
      entries.sort((a, b) => a.time - b.time);
      return {
        participants: people.ids,
        statements: statements.ids,
        participant: Uint32Array.from(entries, (entry) => entry.participant),
        statement: Uint32Array.from(entries, (entry) => entry.statement),
        mark: Int8Array.from(entries, (entry) => entry.mark),
      };
    },
  };
}

function wideVotes(name: string, columns: readonly string[]): TableSink<OpinionVotes> {
  const first = columns.indexOf('n-disagree') + 1 || columns.indexOf('n-votes') + 1;
  const statements = columns.slice(first);
  const people = numbering();
  const participant: number[] = [];
  const statement: number[] = [];
  const mark: number[] = [];
  return {
    header: noHeader,
    row(cells, line) {
      const person = people.of((cells[0] ?? '').trim());
      for (let i = 0; i < statements.length; i++) {
        const cell = cells[first + i];
        if (cell === undefined || cell === '') continue;
        participant.push(person);
        statement.push(i);
        mark.push(readMark(cell, { name, line }));
      }
    },
    close: () => ({ participants: people.ids, statements, participant, statement, mark }),
  };
}

/** Numbers ids in the order in which they are first met. */
function numbering() {
  const ids: string[] = [];
  const known = new Map<string, number>();
  return {
    ids,
    of(id: string): number {
      const number = known.get(id) ?? ids.push(id) - 1;
      known.set(id, number);
      return number;
    },
  };
}
