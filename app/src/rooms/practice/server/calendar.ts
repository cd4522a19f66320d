import type { Context } from '#platform/context.ts';
import { authorize, may } from '#platform/permissions.ts';
import type { Community } from '#rooms/communities/index.ts';
import { belongs, onPractice } from '../permissions.ts';
import { type FoundPractice, findPractice } from './find-practice.ts';
import { lessonsOf, type ShownLesson } from './lessons/queries.ts';

/** A gathering in the calendar of a practice. */
export interface CalendarLine {
  readonly id: string;
  readonly number: number;
  readonly kind: string;
  readonly theme: string;
  readonly locale: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly calledOff: boolean;
  readonly lessons: readonly ShownLesson[];
}

/** What the calendar of a practice shows. */
export interface CalendarPage {
  readonly practice: Community;
  readonly upcoming: readonly CalendarLine[];
  readonly past: readonly CalendarLine[];
  readonly may: { readonly draw: boolean };
}

/** Gatherings of the practice: what comes, the nearest first, and what was, the newest first, with the lessons drawn there. */
export async function showCalendar(context: Context, slug: string): Promise<CalendarPage> {
  const found = await findPractice(context, slug);
  const { practice, subject } = found;
  authorize(onPractice.read, context.actor, subject);
  const upcoming = await gatheringsOf(context, found, 'upcoming');
  const past = await gatheringsOf(context, found, 'past');
  const lessons = await lessonsOf(context, found, { gatheringIds: [...upcoming, ...past].map(({ id }) => id) });
  const withLessons = (lines: readonly Omit<CalendarLine, 'lessons'>[]) =>
    lines.map((line) => ({ ...line, lessons: lessons.filter(({ gatheringId }) => gatheringId === line.id) }));
  return {
    practice,
    upcoming: withLessons(upcoming),
    past: withLessons(past),
    may: { draw: may(onPractice.draw, context.actor, subject) },
  };
}

/** Gatherings that stand in the house of the practice; those for members only to who belongs to it. */
export async function gatheringsOf(
  context: Context,
  { practice, subject }: FoundPractice,
  when: 'upcoming' | 'past',
): Promise<Omit<CalendarLine, 'lessons'>[]> {
  let query = context.db
    .selectFrom('gatherings.gathering as g')
    .leftJoin('gatherings.callingOff as off', (join) =>
      join.onRef('off.communityId', '=', 'g.communityId').onRef('off.gatheringId', '=', 'g.id'),
    )
    .select([
      'g.id',
      'g.number',
      'g.kind',
      'g.theme',
      'g.locale',
      'g.place',
      'g.startsAt',
      'g.endsAt',
      'off.calledOffAt',
    ])
    .where('g.communityId', '=', practice.id)
    .limit(50);
  if (!belongs(context.actor, subject)) query = query.where('g.audience', '=', 'public');
  query =
    when === 'upcoming'
      ? query.where('g.endsAt', '>', context.now).orderBy('g.startsAt')
      : query.where('g.endsAt', '<=', context.now).orderBy('g.startsAt', 'desc');
  return (await query.execute()).map(({ calledOffAt, ...line }) => ({ ...line, calledOff: calledOffAt !== null }));
}
