import type { Context } from '#platform/context.ts';
import { Refusal } from '#platform/refusal.ts';
import { orderOfWaiting, type Waiting } from '../../coming-rules.ts';
import { LAST_GATHERINGS } from '../../coming-words.ts';
import type { InGathering } from '../../words.ts';
import { saveSeat } from './store.ts';

/** Who waits, and whom to tell. */
export interface InLine extends Waiting {
  readonly personId: string | null;
}

/** Seats that are somebody's now. The caller holds the lock when it goes on to give one. */
async function takenSeats({ db }: Context, { communityId, gatheringId }: InGathering): Promise<number[]> {
  const rows = await db
    .selectFrom('gatherings.registration')
    .select('seat')
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .where('withdrawnAt', 'is', null)
    .where('seat', 'is not', null)
    .orderBy('seat')
    .execute();
  return rows.flatMap(({ seat }) => seat ?? []);
}

/** The lowest free seat; null when there is none. Without a number of places there is always one. */
export async function freeSeat(context: Context, which: InGathering, places: number | null): Promise<number | null> {
  const taken = await takenSeats(context, which);
  if (places !== null && taken.length >= places) return null;
  const gap = taken.findIndex((seat, at) => seat !== at + 1);
  return gap === -1 ? taken.length + 1 : gap + 1;
}

/** Throws when a call offers fewer places than people have been given. */
export async function insistOnPlaces(context: Context, which: InGathering, places: number | null): Promise<void> {
  if (places === null) return;
  const taken = (await takenSeats(context, which)).length;
  if (taken > places)
    throw new Refusal('coming.places-taken', {
      facts: { count: taken },
      fields: { places: { key: 'coming.refusal.places-taken', facts: { count: taken } } },
    });
}

/** Everyone who waits, in the order in which places that come free are theirs. */
export async function lineOf(context: Context, which: InGathering): Promise<InLine[]> {
  const { communityId, gatheringId } = which;
  const rows = await context.db
    .selectFrom('gatherings.registration')
    .select(['id', 'personId', 'registeredAt'])
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .where('withdrawnAt', 'is', null)
    .where('seat', 'is', null)
    .execute();
  if (rows.length === 0) return [];
  const attended = await attendedOf(
    context,
    which,
    rows.flatMap(({ personId }) => personId ?? []),
  );
  return orderOfWaiting(rows.map((row) => ({ ...row, attended: attended.get(row.personId ?? '') ?? 0 })));
}

/** At how many of the last gatherings of this community each was. A name without an account was at none that one knows of. */
async function attendedOf(
  { db, now }: Context,
  { communityId, gatheringId }: InGathering,
  personIds: readonly string[],
): Promise<Map<string, number>> {
  if (personIds.length === 0) return new Map();
  const last = await db
    .selectFrom('gatherings.gathering as g')
    .leftJoin('gatherings.callingOff as off', (join) =>
      join.onRef('off.communityId', '=', 'g.communityId').onRef('off.gatheringId', '=', 'g.id'),
    )
    .select('g.id')
    .where('g.communityId', '=', communityId)
    .where('g.id', '<>', gatheringId)
    .where('g.endsAt', '<=', now)
    .where('off.calledOffAt', 'is', null)
    .orderBy('g.endsAt', 'desc')
    .orderBy('g.id', 'desc')
    .limit(LAST_GATHERINGS)
    .execute();
  if (last.length === 0) return new Map();
  const rows = await db
    .selectFrom('gatherings.attendance')
    .select((eb) => ['personId', eb.fn.countAll<number>().as('count')])
    .where('communityId', '=', communityId)
    .where(
      'gatheringId',
      'in',
      last.map(({ id }) => id),
    )
    .where('personId', 'in', [...personIds])
    .groupBy('personId')
    .execute();
  return new Map(rows.map(({ personId, count }) => [personId ?? '', Number(count)]));
}

/**
 * Gives every free place to who waits, in their order; the caller holds the lock and tells those who are returned.
 */
export async function fillSeats(context: Context, which: InGathering, places: number | null): Promise<InLine[]> {
  const moved: InLine[] = [];
  for (const one of await lineOf(context, which)) {
    const seat = await freeSeat(context, which, places);
    if (seat === null) break;
    await saveSeat(context, { communityId: which.communityId, registrationId: one.id }, seat);
    moved.push(one);
  }
  return moved;
}
