import type IcalJs from 'ical.js';
import { decode } from '#platform/import/sheet.ts';
import { Refusal } from '#platform/refusal.ts';
import { parseInput } from '#platform/run-action.ts';
import { scriptOf } from '#platform/search.ts';
import { momentIn } from '#platform/time-zone.ts';
import type { Community } from '#rooms/communities/index.ts';
import { CallGathering } from '../../words.ts';
import { type CalendarLines, linesOfCalendar } from './calendar-lines.ts';
import { type EventPreview, makeProblems, type PlannedGathering, type Problems } from './planned.ts';

type Ical = typeof IcalJs;
type Component = InstanceType<Ical['Component']>;
type Time = InstanceType<Ical['Time']>;

const MOST_BYTES = 2 * 1024 * 1024;
const MOST_EVENTS = 200;

/** What a calendar file from elsewhere would bring: each of its events a gathering. What it can't say is named by its line. */
export async function readCalendar(bytes: Uint8Array, community: Community): Promise<EventPreview> {
  if (bytes.length > MOST_BYTES) throw new Refusal('platform.import-unreadable', { kind: 'invalid' });
  const text = decode(bytes).replace(/^\uFEFF/, '');
  // Loaded with the first calendar.
  const { default: ical } = await import('ical.js');
  const problems = makeProblems();
  const calendar = parse(ical, text, problems);
  if (!calendar) return { gatherings: [], bad: problems.rows, unused: [] };
  const events = calendar.getAllSubcomponents('vevent');
  if (events.length === 0) throw new Refusal('event-file.nothing', { kind: 'invalid' });
  if (events.length > MOST_EVENTS)
    throw new Refusal('platform.import-long', { kind: 'invalid', facts: { most: MOST_EVENTS, rows: events.length } });
  const lines = linesOfCalendar(text);
  const unused: string[] = [];
  const gatherings = events.flatMap((event, at) => {
    const reading = { event, community, problems, lines: lines[at] ?? { begins: 1, of: new Map() } };
    if (textOf(event, 'status') === 'CANCELLED') {
      unused.push(`${textOf(event, 'summary')} (CANCELLED)`);
      return [];
    }
    return readOne(reading) ?? [];
  });
  return { gatherings, bad: problems.rows, unused };
}

/** The calendar, or nothing with the line that could not be read. */
function parse(ical: Ical, text: string, problems: Problems): Component | undefined {
  try {
    const parsed: unknown = ical.parse(text);
    const first = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed[0] : parsed;
    return new ical.Component(first as unknown[]);
  } catch (problem) {
    const quoted = /"([^"]+)"\s*$/.exec(problem instanceof Error ? problem.message : '')?.[1];
    const at = quoted ? text.split(/\r\n|\n|\r/).findIndex((line) => line.includes(quoted)) : -1;
    problems.add(Math.max(1, at + 1), 'calendar', { key: 'event-file.invalid.calendar' });
    return undefined;
  }
}

interface Reading {
  readonly event: Component;
  readonly community: Community;
  readonly problems: Problems;
  readonly lines: CalendarLines;
}

const textOf = (event: Component, name: string): string => String(event.getFirstPropertyValue(name) ?? '').trim();

function readOne(reading: Reading): PlannedGathering | undefined {
  const { event, community, problems, lines } = reading;
  if (event.hasProperty('rrule') || event.hasProperty('rdate')) {
    problems.add(lines.of.get('RRULE') ?? lines.begins, 'RRULE', { key: 'event-file.invalid.repeating' });
    return undefined;
  }
  const startsAt = momentOf(reading, 'dtstart');
  const endsAt = endOf(reading, startsAt);
  if (!startsAt || !endsAt) return undefined;
  const theme = textOf(event, 'summary');
  const link = [textOf(event, 'url'), textOf(event, 'location')].find((place) => /^https:\/\/\S+$/.test(place));
  const place = textOf(event, 'location');
  try {
    const call = parseInput(CallGathering, {
      communityId: community.id,
      kind: 'thematic-event',
      theme: theme.slice(0, 200),
      about: textOf(event, 'description').slice(0, 8000),
      locale: community.locale.startsWith('sr-') ? `sr-${scriptOf(theme)}` : community.locale,
      place: place === link ? '' : place.slice(0, 200),
      link,
      startsAt,
      endsAt,
    });
    return { line: lines.begins, call, programme: [], people: [], questions: [] };
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    for (const [field, said] of Object.entries(problem.fields))
      problems.add(lines.of.get(NAMES[field] ?? '') ?? lines.begins, NAMES[field] ?? field, said);
    return undefined;
  }
}

const NAMES: Readonly<Record<string, string>> = {
  theme: 'SUMMARY',
  about: 'DESCRIPTION',
  place: 'LOCATION',
  link: 'URL',
  endsAt: 'DTEND',
};

/** The moment of a property: by its own zone, by the zone that the file describes, else by the place's clock. */
function momentOf({ event, community, problems, lines }: Reading, name: string): Date | undefined {
  const property = event.getFirstProperty(name);
  const time = property?.getFirstValue() as Time | undefined;
  const line = lines.of.get(name.toUpperCase()) ?? lines.begins;
  const problem = !time ? 'no-start' : time.isDate ? 'all-day' : undefined;
  if (!time || problem) {
    problems.add(line, name.toUpperCase(), { key: `event-file.invalid.${problem}` });
    return undefined;
  }
  const zone = String(property?.getParameter('tzid') ?? '');
  if (time.zone?.tzid === 'UTC') return time.toJSDate();
  if (zone !== '' && !isKnown(zone) && time.zone?.component) return time.toJSDate();
  const moment = momentIn(isKnown(zone) ? zone : community.timeZone, time.toString().slice(0, 16));
  if (!moment) problems.add(line, name.toUpperCase(), { key: 'event-file.invalid.clock' });
  return moment;
}

/** Its end, or its beginning and how long it is. */
function endOf(reading: Reading, startsAt: Date | undefined): Date | undefined {
  const { event, problems, lines } = reading;
  if (event.hasProperty('dtend')) return momentOf(reading, 'dtend');
  const duration = event.getFirstPropertyValue('duration') as { toSeconds?(): number } | null;
  const seconds = duration?.toSeconds?.() ?? 0;
  if (startsAt && seconds > 0) return new Date(startsAt.getTime() + seconds * 1000);
  if (startsAt) problems.add(lines.begins, 'DTEND', { key: 'event-file.invalid.no-end' });
  return undefined;
}

/** A zone that the clock of this house knows by name; Windows has names of its own. */
function isKnown(zone: string): boolean {
  if (!zone.includes('/')) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
