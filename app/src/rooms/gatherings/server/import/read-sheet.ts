import type { Sheet } from '#platform/import/sheet.ts';
import { toPlain } from '#platform/language/latin.ts';
import { Refusal } from '#platform/refusal.ts';
import { type EventPreview, makeProblems } from './planned.ts';
import { peopleRows, questionRows, readPeopleTable, readQuestionTable } from './read-lists.ts';
import { type Clock, lengthsOf, programmeRows, readProgrammeTable } from './read-programme.ts';

/** The gathering to which a sheet belongs: the place's clock on its first day, and its end. */
export interface SheetOf extends Clock {
  readonly endsAt: Date;
}

/**
 * What a CSV or XLSX sheet would bring to a gathering that is called already: its titles say whether it is a programme,
 * questions or participants. Throws a Refusal `event-file.which-sheet` when they say none of these.
 */
export async function readSheetOf(sheet: Sheet, { endsAt, ...clock }: SheetOf): Promise<EventPreview> {
  const titles = new Set(sheet.titles.map(toPlain));
  const has = (...names: readonly string[]) => names.some((name) => titles.has(toPlain(name)));
  const problems = makeProblems();
  const lists = { programme: [], people: [], questions: [] };
  const line = sheet.rows[0]?.line ?? 1;
  if (has(...programmeRows.columns['time']) && has(...programmeRows.columns['title'])) {
    const written = await readProgrammeTable(sheet, clock, problems);
    const programme = lengthsOf(written, endsAt, problems);
    return { gatherings: [{ ...lists, line, programme }], bad: problems.rows, unused: [] };
  }
  if (has(...questionRows.columns['question'])) {
    const { rows: questions, unused } = await readQuestionTable(sheet, problems);
    return { gatherings: [{ ...lists, line, questions }], bad: problems.rows, unused };
  }
  if (has(...peopleRows.columns['name'])) {
    const { rows: people, unused } = await readPeopleTable(sheet, problems);
    return { gatherings: [{ ...lists, line, people }], bad: problems.rows, unused };
  }
  throw new Refusal('event-file.which-sheet', { kind: 'invalid' });
}
