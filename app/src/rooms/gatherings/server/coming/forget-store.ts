import type { Context } from '#platform/context.ts';
import { NOBODY } from '#platform/ids.ts';
import { monthsBefore } from '#platform/jobs/forget-old.ts';
import { monthsKept } from '#rooms/communities/server/index.ts';
import type { InGathering } from '../../words.ts';

const DAY_MS = 86_400_000;
const NEEDED_DAYS = 30;
const LISTED_DAYS = 400;

/**
 * Takes out what has been kept long enough: thirty days after the end what people needed, names without an account and who
 * was called; after 400 days, or as many months as the charter says when that is sooner, the list of who came and the devices'
 * log. Of the list its number stays.
 */
export async function forgetAfter(context: Context): Promise<void> {
  for (const which of await overSince(context, NEEDED_DAYS)) await forgetNeeds(context, which);
  for (const which of await overSince(context, LISTED_DAYS)) await forgetList(context, which);
  for (const { communityId, months } of await monthsKept(context.db)) {
    const before = monthsBefore(context.now, months);
    for (const which of await listedBefore(context, communityId, before)) await forgetList(context, which);
  }
}

/** Gatherings that ended so long ago and of which something is still kept that should not be. */
async function overSince({ db, now }: Context, days: number): Promise<InGathering[]> {
  const endedBy = new Date(now.getTime() - days * DAY_MS);
  return db
    .selectFrom('gatherings.gathering as g')
    .select(['g.communityId', 'g.id as gatheringId'])
    .where('g.endsAt', '<=', endedBy)
    .where((eb) => {
      const there = eb
        .selectFrom('gatherings.attendance as a')
        .select('a.id')
        .whereRef('a.communityId', '=', 'g.communityId')
        .whereRef('a.gatheringId', '=', 'g.id');
      if (days === LISTED_DAYS) return eb.exists(there);
      const called = eb
        .selectFrom('gatherings.invitee as i')
        .select('i.personId')
        .whereRef('i.communityId', '=', 'g.communityId')
        .whereRef('i.gatheringId', '=', 'g.id');
      const coming = eb
        .selectFrom('gatherings.registration as r')
        .leftJoin('gatherings.registrationWish as w', (join) =>
          join.onRef('w.communityId', '=', 'r.communityId').onRef('w.registrationId', '=', 'r.id'),
        )
        .select('r.id')
        .whereRef('r.communityId', '=', 'g.communityId')
        .whereRef('r.gatheringId', '=', 'g.id')
        .where((inner) => inner.or([inner('r.name', 'is not', null), inner('w.registrationId', 'is not', null)]));
      const invitedByPaper = eb
        .selectFrom('gatherings.invitation as p')
        .select('p.id')
        .whereRef('p.communityId', '=', 'g.communityId')
        .whereRef('p.gatheringId', '=', 'g.id')
        .where('p.name', 'is not', null);
      const kept = [called, coming, invitedByPaper, there.where('a.personId', 'is', null)];
      return eb.or(kept.map((one) => eb.exists(one)));
    })
    .execute();
}

/** Gatherings of a community that ended before and still have a list. */
const listedBefore = ({ db }: Context, communityId: string, before: Date): Promise<InGathering[]> =>
  db
    .selectFrom('gatherings.gathering as g')
    .select(['g.communityId', 'g.id as gatheringId'])
    .where('g.communityId', '=', communityId)
    .where('g.endsAt', '<=', before)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('gatherings.attendance as a')
          .select('a.id')
          .whereRef('a.communityId', '=', 'g.communityId')
          .whereRef('a.gatheringId', '=', 'g.id'),
      ),
    )
    .execute();

async function forgetNeeds(context: Context, which: InGathering): Promise<void> {
  const { db, now } = context;
  const { communityId, gatheringId } = which;
  await keepNumber(context, which);
  const registered = db
    .selectFrom('gatherings.registration')
    .select('id')
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId);
  await db
    .deleteFrom('gatherings.registrationWish')
    .where('communityId', '=', communityId)
    .where('registrationId', 'in', registered)
    .execute();
  await db
    .deleteFrom('gatherings.invitee')
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .execute();
  await db
    .deleteFrom('gatherings.attendance')
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .where('personId', 'is', null)
    .execute();
  await db
    .updateTable('gatherings.registration')
    .set({ name: null, forgottenAt: now })
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .where('name', 'is not', null)
    .execute();
  await db
    .updateTable('gatherings.invitation')
    .set({ name: null })
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .execute();
}

async function forgetList(context: Context, which: InGathering): Promise<void> {
  await keepNumber(context, which);
  for (const table of ['gatherings.attendance', 'gatherings.hallEntry', 'gatherings.hallConflict'] as const)
    await context.db
      .deleteFrom(table)
      .where('communityId', '=', which.communityId)
      .where('gatheringId', '=', which.gatheringId)
      .execute();
}

/** Where only the list says how many were there, its number is written down before the list is shortened. */
async function keepNumber({ db }: Context, which: InGathering): Promise<void> {
  const list = await db
    .selectFrom('gatherings.attendance')
    .select(['recordedBy', 'presentAt', 'arrivedAt'])
    .where('communityId', '=', which.communityId)
    .where('gatheringId', '=', which.gatheringId)
    .orderBy('arrivedAt')
    .execute();
  const last = list.at(-1);
  if (!last) return;
  const { recordedBy, presentAt: happenedAt, arrivedAt } = last;
  const everyone = { ...which, attribute: '', groupName: '', count: list.length };
  await db
    .insertInto('gatherings.attendanceCount')
    .values({ ...everyone, recordedBy, happenedAt, arrivedAt, deviceId: NOBODY })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Everything that this person needed anywhere. */
export async function forgetWishesOf({ db }: Context, personId: string): Promise<void> {
  const theirs = await db
    .selectFrom('gatherings.registration')
    .select(['communityId', 'id'])
    .where('personId', '=', personId)
    .execute();
  for (const { communityId, id } of theirs)
    await db
      .deleteFrom('gatherings.registrationWish')
      .where('communityId', '=', communityId)
      .where('registrationId', '=', id)
      .execute();
}

/** That this person was called anywhere. */
export async function forgetInvitee({ db }: Context, personId: string): Promise<void> {
  await db.deleteFrom('gatherings.invitee').where('personId', '=', personId).execute();
}
