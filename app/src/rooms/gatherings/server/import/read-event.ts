import type { TextLine } from '#platform/import/text-lines.ts';
import { Refusal } from '#platform/refusal.ts';
import { parseInput } from '#platform/run-action.ts';
import { scriptOf } from '#platform/search.ts';
import { momentIn } from '#platform/time-zone.ts';
import type { Community } from '#rooms/communities/index.ts';
import { CallGathering } from '../../words.ts';
import { type Heading, isForMembers, kindOf, languageOf } from './file-words.ts';
import { type EventPreview, makeProblems, type Problems } from './planned.ts';
import { type CutFile, cutFile } from './read-lines.ts';
import { readPeople, readQuestions } from './read-lists.ts';
import { type Clock, lengthsOf, readProgramme, type WrittenItem } from './read-programme.ts';
import { dayOf, spanOf } from './times.ts';

/** What a plain text with a theme, a day, a programme, participants and questions would bring. */
export async function readEvent(lines: readonly TextLine[], community: Community): Promise<EventPreview> {
  const problems = makeProblems();
  const file = cutFile(lines, problems);
  const when = whenOf(file, community.timeZone, problems);
  const written = await readProgramme(file.parts.programme, when.clock, problems);
  const { startsAt, endsAt } = momentsOf(file, { when, written }, problems);
  const programme = lengthsOf(written, endsAt, problems);
  const people = await readPeople(file.parts.people, problems);
  const questions = await readQuestions(file.parts.questions, problems);
  const agenda = programme.map(({ line: _, ...item }) => item);
  const call = startsAt && endsAt && readCall({ file, community, problems }, { startsAt, endsAt, agenda });
  const line = file.top.get('theme')?.line ?? lines[0]?.line ?? 1;
  return {
    gatherings: call ? [{ line, call, programme, people: people.rows, questions: questions.rows }] : [],
    bad: problems.rows,
    unused: [...new Set([...people.unused, ...questions.unused])],
  };
}

interface When {
  readonly clock: Clock | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** The day, and the minutes that stand at the top beside it or in lines of their own. */
function whenOf({ top, parts }: CutFile, timeZone: string, problems: Problems): When {
  const date = top.get('date');
  const [, written = '', beside = ''] =
    /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\s*\d{1,2}\.\s*\d{4}\.?)?\s*(.*)$/u.exec(date?.text ?? '') ?? [];
  const day = dayOf(written);
  if (!date) problems.add(top.get('theme')?.line ?? 1, 'date', { key: 'event-file.invalid.no-date' });
  else if (!day) problems.add(date.line, 'date', { key: 'event-file.invalid.date' });
  const spoken = spanAt(top, 'time', problems) ?? (beside ? spanOf(beside.replace(/^\D+/u, '')) : undefined);
  const span = spoken === 'wrong' ? undefined : spoken;
  if (date && spoken === 'wrong') problems.add(date.line, 'date', { key: 'event-file.invalid.clock' });
  const from = minuteAt(top, 'starts', problems) ?? span?.from;
  const to = minuteAt(top, 'ends', problems) ?? span?.to;
  if (day && !from && parts.programme.length === 0)
    problems.add(date?.line ?? 1, 'starts', { key: 'event-file.invalid.no-start' });
  return { clock: day ? { day, timeZone } : undefined, from, to };
}

function spanAt(top: CutFile['top'], heading: Heading, problems: Problems) {
  const said = top.get(heading);
  if (!said) return undefined;
  const span = spanOf(said.text);
  if (span && span !== 'wrong') return span;
  problems.add(said.line, heading, { key: 'event-file.invalid.clock' });
  return undefined;
}

const minuteAt = (top: CutFile['top'], heading: Heading, problems: Problems) => spanAt(top, heading, problems)?.from;

/** When it begins and ends: as it is said, else from its programme. */
function momentsOf(
  { top }: CutFile,
  { when, written }: { readonly when: When; readonly written: readonly WrittenItem[] },
  problems: Problems,
): { startsAt: Date | undefined; endsAt: Date | undefined } {
  const at = (minute: string | undefined) =>
    minute && when.clock ? momentIn(when.clock.timeZone, `${when.clock.day}T${minute}`) : undefined;
  const startsAt = at(when.from) ?? written[0]?.from;
  const last = written.at(-1);
  const endsAt = written.some(({ from }) => from > (at(when.to) ?? from)) ? last?.to : (at(when.to) ?? last?.to);
  if (startsAt && !endsAt)
    problems.add(last?.line ?? top.get('date')?.line ?? 1, 'ends', { key: 'event-file.invalid.no-end' });
  return { startsAt, endsAt };
}

/** The call out of what stands at the top; every field that is wrong is named by the line on which it stands. */
function readCall(
  { file, community, problems }: { readonly file: CutFile; readonly community: Community; readonly problems: Problems },
  times: Pick<CallGathering, 'startsAt' | 'endsAt' | 'agenda'>,
): CallGathering | undefined {
  const { top, parts } = file;
  const text = (heading: Heading) => top.get(heading)?.text ?? '';
  const known = <Value>(heading: Heading, find: (text: string) => Value | undefined, absent: Value): Value => {
    const said = top.get(heading);
    const found = said ? find(said.text) : absent;
    if (said && !found) problems.add(said.line, heading, { key: `event-file.invalid.${heading}` });
    return found ?? absent;
  };
  const theme = text('theme');
  try {
    return parseInput(CallGathering, {
      ...times,
      communityId: community.id,
      kind: known('kind', kindOf, 'thematic-event'),
      theme,
      about: parts.about.map((line) => line.text).join('\n'),
      locale: known('language', languageOf, localeOf(community, theme)),
      place: text('place'),
      link: text('link'),
      places: text('places'),
      audience: isForMembers(text('audience')) ? 'members' : 'public',
    });
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    for (const [field, said] of Object.entries(problem.fields)) problems.add(lineOf(top, field), field, said);
    return undefined;
  }
}

const FIELDS: Readonly<Record<string, readonly Heading[]>> = {
  startsAt: ['starts', 'time', 'date'],
  endsAt: ['ends', 'time', 'date'],
};

/** The line on which a field of the call is said, else that of the theme. */
function lineOf(top: CutFile['top'], field: string): number {
  const said = (FIELDS[field] ?? [field as Heading]).find((heading) => top.has(heading)) ?? 'theme';
  return top.get(said)?.line ?? 1;
}

/** A file is in the language of its community, Serbian in the script it is written in. */
const localeOf = ({ locale }: Community, text: string): string =>
  locale.startsWith('sr-') ? `sr-${scriptOf(text)}` : locale;
