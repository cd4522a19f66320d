import type { Context } from '#platform/context.ts';
import type { Wishes } from '../../coming-words.ts';
import type { InGathering } from '../../words.ts';

/** A registration as it is written. */
export interface NewRegistration {
  readonly personId: string | null;
  readonly name: string | null;
  readonly channel: string;
  readonly enteredBy: string;
  readonly seat: number | null;
}

/** Writes that somebody comes, or waits; returns its id. Who stands on the list already is a conflict that the database refuses. */
export async function saveRegistration(
  context: Context,
  which: InGathering,
  registration: NewRegistration,
): Promise<string> {
  const id = context.newId();
  await context.db
    .insertInto('gatherings.registration')
    .values({
      ...which,
      id,
      ...registration,
      registeredAt: context.now,
      seatedAt: registration.seat === null ? null : context.now,
    })
    .execute();
  return id;
}

/** Writes what somebody needs in the place of what they said before; nothing leaves no row. */
export async function saveWishes(
  { db }: Context,
  of: { readonly communityId: string; readonly registrationId: string },
  { language, access, children, travel }: Wishes,
): Promise<void> {
  if (language === '' && access === '' && children === 0 && travel === '') return removeWishes(db, of);
  const values = { ...of, language, access, children, travel };
  await db
    .insertInto('gatherings.registrationWish')
    .values(values)
    .onConflict((conflict) => conflict.columns(['communityId', 'registrationId']).doUpdateSet(values))
    .execute();
}

/** Takes out what somebody needed. */
export async function removeWishes(
  db: Context['db'],
  { communityId, registrationId }: { readonly communityId: string; readonly registrationId: string },
): Promise<void> {
  await db
    .deleteFrom('gatherings.registrationWish')
    .where('communityId', '=', communityId)
    .where('registrationId', '=', registrationId)
    .execute();
}

export async function saveWithdrawal(
  context: Context,
  of: { readonly communityId: string; readonly registrationId: string },
  withdrawnBy: string,
): Promise<void> {
  await context.db
    .updateTable('gatherings.registration')
    .set({ withdrawnAt: context.now, withdrawnBy })
    .where('communityId', '=', of.communityId)
    .where('id', '=', of.registrationId)
    .where('withdrawnAt', 'is', null)
    .execute();
}

/** Gives somebody who waited a place. */
export async function saveSeat(
  context: Context,
  of: { readonly communityId: string; readonly registrationId: string },
  seat: number,
): Promise<void> {
  await context.db
    .updateTable('gatherings.registration')
    .set({ seat, seatedAt: context.now })
    .where('communityId', '=', of.communityId)
    .where('id', '=', of.registrationId)
    .execute();
}

/** Writes an invitation; returns its id. */
export async function saveInvitation(
  context: Context,
  which: InGathering,
  invitation: {
    readonly kind: string;
    readonly role: string | null;
    readonly organisationId: string | null;
    readonly name: string | null;
    readonly invitedBy: string;
  },
): Promise<string> {
  const id = context.newId();
  await context.db
    .insertInto('gatherings.invitation')
    .values({ ...which, id, ...invitation, invitedAt: context.now })
    .execute();
  return id;
}

/** Of these people, those whom nobody has called yet; from now on they are called. */
export async function claimInvitees(
  context: Context,
  which: InGathering & { readonly invitationId: string },
  personIds: readonly string[],
): Promise<string[]> {
  const claimed: string[] = [];
  for (let at = 0; at < personIds.length; at += 1000) {
    const rows = await context.db
      .insertInto('gatherings.invitee')
      .values(personIds.slice(at, at + 1000).map((personId) => ({ ...which, personId, toldAt: context.now })))
      .onConflict((conflict) => conflict.columns(['communityId', 'gatheringId', 'personId']).doNothing())
      .returning('personId')
      .execute();
    claimed.push(...rows.map(({ personId }) => personId));
  }
  return claimed;
}
