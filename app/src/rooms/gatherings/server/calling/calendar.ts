import ICAL from 'ical.js';
import type { Context } from '#platform/context.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { type Found, type Gathering, gatheringAt, gatheringsOf } from './find-gathering.ts';
import { agendaOf } from './show-gathering.ts';

// A folded line begins with a space, which the library does not count among its 75 octets.
ICAL.foldLength = 74;

const DAY_MS = 86_400_000;
/** A feed also says what was called off lately, so that calendars take it out. */
const BACK_DAYS = 90;
const MOST = 300;

/** A file that calendars read (RFC 5545), and what to call it. */
export interface CalendarFile {
  readonly name: string;
  readonly text: string;
}

/** The calendar file of one gathering, as this reader may see it. */
export async function calendarOfGathering(
  context: Context,
  at: { readonly slug: string; readonly number: number },
): Promise<CalendarFile> {
  const { community, gathering } = await gatheringAt(context, at);
  const calendar = emptyCalendar(community);
  const agenda = await agendaOf(context, gathering);
  calendar.addSubcomponent(
    eventOf(
      context,
      { community, gathering },
      agenda.map(({ title }) => title),
    ),
  );
  return { name: `${community.slug}-${gathering.number}.ics`, text: calendar.toString() };
}

/** The feed of a community's public gatherings, to which a calendar subscribes without signing in. */
export async function calendarOfCommunity(context: Context, slug: string): Promise<CalendarFile> {
  const community = await findCommunity(context.db, slug);
  const calendar = emptyCalendar(community);
  const since = new Date(context.now.getTime() - BACK_DAYS * DAY_MS);
  const rows = await gatheringsOf(context.db, community.id)
    .where('g.audience', '=', 'public')
    .where('g.endsAt', '>', since)
    .orderBy('g.startsAt')
    .orderBy('g.id')
    .limit(MOST)
    .execute();
  for (const row of rows)
    calendar.addSubcomponent(
      eventOf(context, { community, gathering: { ...row, revisions: Number(row.revisions ?? 0) } }, []),
    );
  return { name: `${slug}.ics`, text: calendar.toString() };
}

function emptyCalendar(community: Community): ICAL.Component {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Sofra//Gatherings//EN');
  calendar.updatePropertyWithValue('calscale', 'GREGORIAN');
  calendar.updatePropertyWithValue('method', 'PUBLISH');
  calendar.updatePropertyWithValue('x-wr-calname', community.name);
  calendar.updatePropertyWithValue('x-wr-timezone', community.timeZone);
  return calendar;
}

type Called = Pick<
  Gathering,
  'id' | 'number' | 'theme' | 'about' | 'place' | 'link' | 'startsAt' | 'endsAt' | 'calledAt' | 'revisedAt'
> &
  Pick<Gathering, 'calledOffAt' | 'why' | 'revisions'>;

/**
 * The gathering as an event: its id stays whatever changes, every change and the calling off counts the sequence up, and
 * moments are written in UTC, so that every calendar shows them by the clock of whoever looks.
 */
function eventOf(
  { settings }: Context,
  { community, gathering }: Pick<Found, 'community'> & { readonly gathering: Called },
  programme: readonly string[],
): ICAL.Component {
  const { id, theme, about, place, link, calledOffAt, revisions } = gathering;
  const address = `${settings.origin}/c/${community.slug}/gatherings/${gathering.number}`;
  const changedAt = calledOffAt ?? gathering.revisedAt ?? gathering.calledAt;
  const event = new ICAL.Component('vevent');
  const set = (name: string, value: string | number | ICAL.Time) => event.updatePropertyWithValue(name, value);
  set('uid', id);
  set('sequence', revisions + (calledOffAt ? 1 : 0));
  set('dtstamp', timeOf(changedAt));
  set('last-modified', timeOf(changedAt));
  set('dtstart', timeOf(gathering.startsAt));
  set('dtend', timeOf(gathering.endsAt));
  set('summary', theme);
  const words = [gathering.why, about, programme.map((title) => `– ${title}`).join('\n'), link, address];
  set('description', words.filter(Boolean).join('\n\n'));
  if (place || link) set('location', place || (link ?? ''));
  set('url', address);
  set('status', calledOffAt ? 'CANCELLED' : 'CONFIRMED');
  return event;
}

const timeOf = (at: Date): ICAL.Time => ICAL.Time.fromJSDate(at, true);
