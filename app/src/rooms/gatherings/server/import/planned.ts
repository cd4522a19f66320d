import type { BadRow } from '#platform/import/check-rows.ts';
import type { FieldProblem } from '#platform/refusal.ts';
import type { AgendaItem, CallGathering } from '../../words.ts';

/** Somebody on a list of participants: a name and what they need, never how to reach them. */
export interface PlannedPerson {
  readonly line: number;
  readonly name: string;
  readonly language: string;
  readonly access: string;
  readonly children: number;
  readonly travel: string;
}

export interface PlannedQuestion {
  readonly line: number;
  readonly text: string;
  readonly name: string;
}

export interface PlannedItem extends AgendaItem {
  readonly line: number;
}

/** What a file would bring: a gathering to call, or lists for one that is called already. */
export interface PlannedGathering {
  readonly line: number;
  /** Absent: the file only has lists. */
  readonly call?: CallGathering;
  readonly programme: readonly PlannedItem[];
  readonly people: readonly PlannedPerson[];
  readonly questions: readonly PlannedQuestion[];
}

/** What would come of a file: it is brought in only when nothing is bad. */
export interface EventPreview {
  readonly gatherings: readonly PlannedGathering[];
  readonly bad: readonly BadRow[];
  /** Columns and parts that are left out, and the person is told. */
  readonly unused: readonly string[];
}

/** Gathers what is wrong, line by line. */
export interface Problems {
  readonly rows: readonly BadRow[];
  add(line: number, field: string, problem: FieldProblem): void;
}

/** A place to gather problems in. */
export function makeProblems(): Problems {
  const rows = new Map<
    number,
    { line: number; cells: string[]; problems: { field: string; problem: FieldProblem }[] }
  >();
  return {
    get rows() {
      return [...rows.values()].sort((a, b) => a.line - b.line);
    },
    add(line, field, problem) {
      const row = rows.get(line) ?? { line, cells: [], problems: [] };
      row.problems.push({ field, problem });
      rows.set(line, row);
    },
  };
}
