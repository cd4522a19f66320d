import { z } from 'zod';
import { checkRows, type RowKind } from '#platform/import/check-rows.ts';
import type { Sheet } from '#platform/import/sheet.ts';
import type { TextLine } from '#platform/import/text-lines.ts';
import type { PlannedPerson, PlannedQuestion, Problems } from './planned.ts';
import { tableIn, withoutPoint } from './read-lines.ts';

const PersonRow = z.object({
  name: z.string('event-file.invalid.name').trim().min(1, 'event-file.invalid.name').max(200),
  language: z.string().max(200).default(''),
  access: z.string().max(1000).default(''),
  children: z.coerce.number('event-file.invalid.children').int('event-file.invalid.children').min(0).max(20).default(0),
  travel: z.string().max(1000).default(''),
});

/** What a list of participants looks like. Addresses and telephones are not taken in: nobody said that they may be written to. */
export const peopleRows: RowKind<z.infer<typeof PersonRow>> = {
  columns: {
    name: ['name', 'participant', 'ime', 'ime i prezime', 'ucesnik', 'emri'],
    language: ['language', 'jezik', 'jazik', 'gjuha'],
    access: ['access', 'pristup', 'pristap', 'qasja'],
    children: ['children', 'deca', 'femijet'],
    travel: ['travel', 'prevoz', 'put', 'udhetimi'],
  },
  needed: ['name'],
  schema: PersonRow,
};

const QuestionRow = z.object({
  question: z
    .string('event-file.invalid.question')
    .trim()
    .min(3, 'event-file.invalid.question')
    .max(400, 'event-file.invalid.question-long'),
  name: z.string().max(80, 'event-file.invalid.name').default(''),
});

/** What a list of questions looks like. */
export const questionRows: RowKind<z.infer<typeof QuestionRow>> = {
  columns: {
    question: ['question', 'text', 'pitanje', 'prasanje', 'pyetja'],
    name: ['name', 'who', 'asked by', 'ime', 'ko', 'koj', 'emri', 'kush'],
  },
  needed: ['question'],
  schema: QuestionRow,
};

/** What a list brought, and the columns that were left out. */
export interface ReadList<Row> {
  readonly rows: readonly Row[];
  readonly unused: readonly string[];
}

/** Participants, from a table or from lines `- Name, Organisation`. */
export async function readPeople(lines: readonly TextLine[], problems: Problems): Promise<ReadList<PlannedPerson>> {
  const table = tableIn(lines) ?? {
    titles: ['name'],
    // What stands after the name (an organisation, an address) is left out.
    rows: lines.map(({ line, text }) => ({
      line,
      cells: [
        withoutPoint(text)
          .split(/[,;(<]/)[0]
          ?.trim() ?? '',
      ],
    })),
  };
  return readPeopleTable(table, problems);
}

export async function readPeopleTable(sheet: Sheet, problems: Problems): Promise<ReadList<PlannedPerson>> {
  const { good, bad, unused } = await checkRows(sheet, peopleRows);
  for (const row of bad) for (const { field, problem } of row.problems) problems.add(row.line, field, problem);
  return { rows: good.map(({ line, row }) => ({ line, ...row })), unused };
}

/** Questions, from a table or from lines `- What? (who)`. */
export async function readQuestions(
  lines: readonly TextLine[],
  problems: Problems,
): Promise<ReadList<PlannedQuestion>> {
  const table = tableIn(lines) ?? {
    titles: ['question', 'name'],
    rows: lines.map(({ line, text }) => {
      const [, question = '', name = ''] = /^(.*?)(?:\s*\(([^()]{1,80})\))?$/u.exec(withoutPoint(text)) ?? [];
      return { line, cells: [question, name] };
    }),
  };
  return readQuestionTable(table, problems);
}

export async function readQuestionTable(sheet: Sheet, problems: Problems): Promise<ReadList<PlannedQuestion>> {
  const { good, bad, unused } = await checkRows(sheet, questionRows);
  for (const row of bad) for (const { field, problem } of row.problems) problems.add(row.line, field, problem);
  return { rows: good.map(({ line, row }) => ({ line, text: row.question, name: row.name })), unused };
}
