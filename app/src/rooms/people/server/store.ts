import type { Context } from '#platform/context.ts';
import type { Db } from '#platform/database/tables.ts';
import { CODE_LASTS, SESSION_LASTS, type Target, TRIES } from '../rules.ts';
import type { Seat } from '../words.ts';
import { hashCode, hashKnock, secretHashFor } from './secrets.ts';

const DAY = 86_400_000;
const after = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds);

/** A code to be kept: for whom it was asked, by which browser. */
export interface NewCode {
  readonly knock: string;
  readonly code: string;
  readonly purpose: 'sign-in' | 'address';
  readonly personId?: string;
  readonly demo: boolean;
}

/** Keeps a code, and takes out those nobody can need any more. */
export async function saveCode(context: Context, target: Target, code: NewCode): Promise<void> {
  await context.db.deleteFrom('people.code').where('sentAt', '<', after(context.now, -DAY)).execute();
  await context.db
    .insertInto('people.code')
    .values({
      id: context.newSecretId(),
      knockHash: hashKnock(code.knock),
      purpose: code.purpose,
      channel: target.channel,
      target: target.value,
      personId: code.personId ?? null,
      codeHash: hashCode(code.knock, code.code),
      demoCode: code.demo ? code.code : null,
      sentAt: context.now,
      expiresAt: after(context.now, CODE_LASTS),
    })
    .execute();
}

/** Counts one try of a code; undefined when its tries are used up. */
export function countTry(context: Context, id: string): Promise<{ tries: number } | undefined> {
  return context.db
    .updateTable('people.code')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', id)
    .where('tries', '<', TRIES)
    .where('usedAt', 'is', null)
    .returning('tries')
    .executeTakeFirst();
}

export async function markProven(context: Context, id: string): Promise<void> {
  await context.db.updateTable('people.code').set({ provenAt: context.now }).where('id', '=', id).execute();
}

/** Uses a proven code up; false when somebody else was quicker. */
export async function useUp(context: Context, id: string): Promise<boolean> {
  const used = await context.db
    .updateTable('people.code')
    .set({ usedAt: context.now })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return used !== undefined;
}

/** A new person as the room keeps one. */
export interface NewPerson {
  readonly name: string;
  readonly locale: string;
  readonly madeBy?: string;
}

export async function savePerson(context: Context, person: NewPerson): Promise<string> {
  const id = context.newId();
  const { name, locale, madeBy } = person;
  await context.db
    .insertInto('people.person')
    .values({ id, name, locale, madeBy: madeBy ?? null, cameAt: context.now })
    .execute();
  return id;
}

/** Notes that an address is this person's; a confirmed email is then nobody else's any more. */
export async function saveAddress(
  context: Context,
  personId: string,
  address: Target & { readonly knownBy: 'code' | 'seed' | 'facilitator' },
): Promise<void> {
  const confirmedAt = address.knownBy === 'facilitator' ? null : context.now;
  if (address.channel === 'email' && confirmedAt)
    await context.db
      .deleteFrom('people.address')
      .where('channel', '=', 'email')
      .where('value', '=', address.value)
      .where('personId', '<>', personId)
      .where('confirmedAt', 'is', null)
      .execute();
  await context.db
    .insertInto('people.address')
    .values({ id: context.newId(), personId, addedAt: context.now, confirmedAt, ...address })
    .onConflict((conflict) =>
      conflict
        .columns(['personId', 'channel', 'value'])
        .doUpdateSet((eb) => ({ confirmedAt: eb.fn.coalesce('people.address.confirmedAt', eb.val(confirmedAt)) })),
    )
    .execute();
}

/** How somebody came in, and on what. */
export interface Arrival {
  readonly knock: string;
  readonly how: 'code' | 'card' | 'passkey' | 'host';
  readonly device: string;
}

/** Gives a person a session for the browser that knocked; one this browser had before ends. */
export async function saveSession(context: Context, personId: string, arrival: Arrival): Promise<Seat> {
  const { actor, db, now } = context;
  if (actor.kind === 'person' && actor.sessionId) await endSession(context, actor.personId, actor.sessionId);
  await db
    .deleteFrom('people.session')
    .where('personId', '=', personId)
    .where((eb) => eb.or([eb('endedAt', '<', after(now, -30 * DAY)), eb('expiresAt', '<', after(now, -30 * DAY))]))
    .execute();
  const seat = { personId, sessionId: context.newSecretId() };
  await db
    .insertInto('people.session')
    .values({
      personId,
      id: seat.sessionId,
      secretHash: secretHashFor(arrival.knock, seat),
      how: arrival.how,
      device: arrival.device,
      startedAt: now,
      seenAt: now,
      expiresAt: after(now, SESSION_LASTS),
    })
    .execute();
  return seat;
}

export async function endSession(context: Context, personId: string, sessionId: string): Promise<void> {
  await context.db
    .updateTable('people.session')
    .set({ endedAt: context.now })
    .where('personId', '=', personId)
    .where('id', '=', sessionId)
    .where('endedAt', 'is', null)
    .execute();
}

export async function endEverySession(context: Context, personId: string): Promise<void> {
  await context.db
    .updateTable('people.session')
    .set({ endedAt: context.now })
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute();
}

export async function saveActingFor(context: Context, seat: Seat, organisationId: string | null): Promise<void> {
  await context.db
    .updateTable('people.session')
    .set({ actingForId: organisationId })
    .where('personId', '=', seat.personId)
    .where('id', '=', seat.sessionId)
    .execute();
}

/** Being seen moves the end of a session. */
export async function markSeen(db: Db, seat: Seat, now: Date): Promise<void> {
  await db
    .updateTable('people.session')
    .set({ seenAt: now, expiresAt: after(now, SESSION_LASTS) })
    .where('personId', '=', seat.personId)
    .where('id', '=', seat.sessionId)
    .where('endedAt', 'is', null)
    .execute();
}

/** What a person may change of their own profile. */
export interface ProfileChange {
  readonly name?: string;
  readonly locale?: string;
  readonly theme?: string;
  readonly signsAs?: string;
}

export async function saveProfile(context: Context, personId: string, change: ProfileChange): Promise<void> {
  await context.db.updateTable('people.person').set(change).where('id', '=', personId).execute();
}
