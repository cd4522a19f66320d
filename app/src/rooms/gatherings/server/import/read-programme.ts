import { z } from 'zod';
import { checkRows, type RowKind } from '#platform/import/check-rows.ts';
import type { Sheet } from '#platform/import/sheet.ts';
import type { TextLine } from '#platform/import/text-lines.ts';
import { momentIn } from '#platform/time-zone.ts';
import type { PlannedItem, Problems } from './planned.ts';
import { tableIn, withoutPoint } from './read-lines.ts';
import { dayOf, spanOf } from './times.ts';

/** An item as it is written: its minutes as moments of the place's clock. */
export interface WrittenItem {
  readonly line: number;
  readonly from: Date;
  readonly to: Date | undefined;
  readonly title: string;
  readonly ledBy: string;
}

/** The day on which items stand until a heading names another, and the place's clock. */
export interface Clock {
  readonly day: string;
  readonly timeZone: string;
}

const ProgrammeRow = z.object({
  time: z.string('event-file.invalid.item'),
  until: z.string().optional(),
  title: z.string('event-file.invalid.item').max(300),
  who: z.string().max(200).optional(),
});

/** What a table of a programme looks like, by the titles its columns may have. */
export const programmeRows: RowKind<z.infer<typeof ProgrammeRow>> = {
  columns: {
    time: ['time', 'from', 'starts', 'vreme', 'od', 'pocetak', 'pocetok', 'koha', 'fillimi', 'fillon', 'nga'],
    until: ['until', 'ends', 'to', 'do', 'kraj', 'zavrsuva', 'deri', 'mbarimi', 'mbaron'],
    title: ['title', 'what', 'item', 'tema', 'naslov', 'sta', 'sto', 'tacka', 'tocka', 'titulli'],
    who: ['who', 'led by', 'speaker', 'ko', 'koj', 'vodi', 'govori', 'kush'],
  },
  needed: ['time', 'title'],
  schema: ProgrammeRow,
};

/** The items of a programme, from lines `- 10:00 Title (who)` or from a table. */
export async function readProgramme(
  lines: readonly TextLine[],
  clock: Clock | undefined,
  problems: Problems,
): Promise<WrittenItem[]> {
  const table = tableIn(lines);
  if (table) return readProgrammeTable(table, clock, problems);
  const items: WrittenItem[] = [];
  let day = clock?.day;
  for (const { line, text } of lines) {
    const said = withoutPoint(text).replace(/\*\*/g, '');
    const another = dayOf(said);
    if (another) day = another;
    else {
      const item = itemOf({ line, text: said }, clock && day ? { ...clock, day } : undefined, problems);
      if (item) items.push(item);
    }
  }
  return items;
}

/** The items of a table. */
export async function readProgrammeTable(
  sheet: Sheet,
  clock: Clock | undefined,
  problems: Problems,
): Promise<WrittenItem[]> {
  const { good, bad } = await checkRows(sheet, programmeRows);
  for (const row of bad) for (const { field, problem } of row.problems) problems.add(row.line, field, problem);
  return good.flatMap(({ line, row }) => {
    const who = row.who ? ` (${row.who})` : '';
    const until = row.until ? `–${row.until}` : '';
    return itemOf({ line, text: `${row.time}${until} ${row.title}${who}` }, clock, problems) ?? [];
  });
}

function itemOf({ line, text }: TextLine, clock: Clock | undefined, problems: Problems): WrittenItem | undefined {
  const span = spanOf(text);
  if (span === undefined) problems.add(line, 'programme', { key: 'event-file.invalid.item' });
  else if (span === 'wrong') problems.add(line, 'programme', { key: 'event-file.invalid.clock' });
  else {
    const [, title, ledBy = ''] = /^(.*?)(?:\s*\(([^()]{1,200})\))?$/u.exec(span.rest) ?? [];
    if (!title || title.length > 300) problems.add(line, 'programme', { key: 'event-file.invalid.title' });
    // Without a day nothing can be said of its minute; that the day is missing is named at the top.
    else if (clock) {
      const from = momentIn(clock.timeZone, `${clock.day}T${span.from}`);
      const to = span.to ? momentIn(clock.timeZone, `${clock.day}T${span.to}`) : undefined;
      if (from) return { line, from, to, title, ledBy };
    }
  }
  return undefined;
}

/** Gives every item its length: until its own end, else until the next begins, else until the end of the gathering. */
export function lengthsOf(items: readonly WrittenItem[], endsAt: Date | undefined, problems: Problems): PlannedItem[] {
  return items.flatMap(({ line, from, to, title, ledBy }, at) => {
    const next = items[at + 1]?.from;
    const before = items[at - 1]?.from;
    const end = to ?? (next && sameDay(next, from) ? next : undefined) ?? endsAt;
    const minutes = end ? Math.round((end.getTime() - from.getTime()) / 60_000) : 0;
    if (before && from < before) problems.add(line, 'programme', { key: 'event-file.invalid.order' });
    else if (!end) problems.add(line, 'programme', { key: 'event-file.invalid.no-end' });
    else if (minutes < 1 || minutes > 1440) problems.add(line, 'programme', { key: 'event-file.invalid.length' });
    else return { line, startsAt: from, minutes, title, about: '', ledBy };
    return [];
  });
}

const sameDay = (a: Date, b: Date): boolean => Math.abs(a.getTime() - b.getTime()) < 86_400_000;
