import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { onHall } from '../../hall-permissions.ts';
import type { HallKind, HallValue } from '../../hall-words.ts';
import type { InGathering } from '../../words.ts';
import { gatheringAt } from '../calling/find-gathering.ts';
import { announcementOf } from './aim.ts';
import { openConflicts } from './open-conflicts.ts';
import { lastWording } from './standing.ts';

/** Somebody on the list or in the hall. */
export interface InHall {
  readonly personId: string | null;
  readonly registrationId: string | null;
  readonly name: string;
  readonly present: boolean;
}

/** Everything recorded in a hall, as it is: only for those who record there. */
export interface Recorded {
  readonly people: readonly InHall[];
  readonly counts: readonly { readonly of: string; readonly count: number }[];
  readonly speaking: {
    readonly attribute: string;
    readonly stopped: boolean;
    readonly totals: readonly { readonly group: string; seconds: number; turns: number; speakers: number }[];
  } | null;
  readonly hands: readonly {
    readonly question: string;
    readonly of: string;
    readonly yes: number;
    readonly no: number;
    readonly abstain: number;
  }[];
  readonly minutes: { readonly version: number; readonly text: string; readonly locale: string } | null;
  readonly conflicts: readonly OpenConflict[];
}

/** Two recordings of one thing that nobody has settled. */
export interface OpenConflict {
  readonly id: string;
  readonly kind: HallKind;
  /** A name, or the words of a question; empty where the kind says it all. */
  readonly about: string;
  /** Empty: everyone in the hall. */
  readonly group: string;
  readonly standing: HallValue | null;
  readonly arrived: HallValue | null;
  readonly happenedAt: Date;
  readonly arrivedAt: Date;
  readonly by: string;
}

/** What a device needs to know before it records: what stands, and who is expected. */
export async function showHallForDevice(
  context: Context,
  at: { readonly slug: string; readonly number: number },
): Promise<Recorded & { gatheringId: string; startsAt: Date; endsAt: Date }> {
  const { gathering } = await gatheringAt(context, at);
  authorize(onHall.record, context.actor, gathering);
  const { id: gatheringId, communityId, startsAt, endsAt } = gathering;
  return { gatheringId, startsAt, endsAt, ...(await recordedIn(context, { communityId, gatheringId })) };
}

/** Everything recorded. The caller has authorized. */
export async function recordedIn(context: Context, which: InGathering): Promise<Recorded> {
  const [people, counts, announced, totals, hands, minutes, conflicts] = await Promise.all([
    peopleIn(context, which),
    countsIn(context, which),
    announcementOf(context, which),
    totalsIn(context, which),
    handsIn(context, which),
    lastWording(context, which),
    openConflicts(context, which),
  ]);
  return {
    people,
    counts: counts.map(({ attribute, groupName, count }) => ({ of: ofWhom(attribute, groupName), count })),
    speaking: announced ? { attribute: announced.attribute, stopped: announced.stoppedAt !== null, totals } : null,
    hands: hands.map(({ attribute, groupName, ...row }) => ({ ...row, of: ofWhom(attribute, groupName) })),
    minutes: minutes ? { version: minutes.version, text: minutes.text, locale: minutes.locale } : null,
    conflicts,
  };
}

/** A group as entries name it: `gender|woman`, or nothing for everyone. */
const ofWhom = (attribute: string, group: string): string => (attribute === '' ? '' : `${attribute}|${group}`);

/** How many were counted, of everyone and by group. */
export const countsIn = ({ db }: Context, { communityId, gatheringId }: InGathering) =>
  db
    .selectFrom('gatherings.attendanceCount')
    .select(['attribute', 'groupName', 'count'])
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .orderBy('attribute')
    .orderBy('groupName')
    .execute();

/** The totals of speaking time. */
export const totalsIn = ({ db }: Context, { communityId, gatheringId }: InGathering) =>
  db
    .selectFrom('gatherings.speakingTotal')
    .select(['groupName as group', 'seconds', 'turns', 'speakers'])
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .orderBy('groupName')
    .execute();

/** Hands by question, of everyone first. */
export const handsIn = ({ db }: Context, { communityId, gatheringId }: InGathering) =>
  db
    .selectFrom('gatherings.handCount as h')
    .innerJoin('gatherings.handQuestion as q', (join) =>
      join
        .onRef('q.communityId', '=', 'h.communityId')
        .onRef('q.gatheringId', '=', 'h.gatheringId')
        .onRef('q.position', '=', 'h.position'),
    )
    .select(['q.question', 'h.attribute', 'h.groupName', 'h.yes', 'h.no', 'h.abstain'])
    .where('h.communityId', '=', communityId)
    .where('h.gatheringId', '=', gatheringId)
    .orderBy('q.position')
    .orderBy('h.attribute')
    .orderBy('h.groupName')
    .execute();

async function peopleIn(context: Context, { communityId, gatheringId }: InGathering): Promise<InHall[]> {
  const { db, language } = context;
  const there = await db
    .selectFrom('gatherings.attendance')
    .select(['personId', 'registrationId', 'name'])
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .execute();
  const list = await db
    .selectFrom('gatherings.registration')
    .select(['id', 'personId', 'name'])
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .where('withdrawnAt', 'is', null)
    .execute();
  const names = await personNames(
    db,
    [...there, ...list].flatMap(({ personId }) => personId ?? []),
  );
  const nameOf = (personId: string | null, name: string | null) =>
    personId ? (names.get(personId)?.name ?? '') : (name ?? '');
  const came = new Set(there.map(({ personId, registrationId }) => personId ?? registrationId));
  const expected = list.map(({ id, personId, name }) => ({
    personId,
    registrationId: id,
    name: nameOf(personId, name),
    present: came.has(personId ?? id),
  }));
  const listed = new Set(list.map(({ id, personId }) => personId ?? id));
  const others = there
    .filter(({ personId, registrationId }) => !listed.has(personId ?? registrationId ?? ''))
    .map(({ personId, registrationId, name }) => ({
      personId,
      registrationId,
      name: nameOf(personId, name),
      present: true,
    }));
  return [...expected, ...others].sort((a, b) => language.compare(a.name, b.name));
}
