import type { Context } from '#platform/context.ts';
import type { Db } from '#platform/database/tables.ts';
import { SESSION_LASTS } from '../../rules.ts';
import type { Seat } from '../../words.ts';
import { secretHashFor } from './secrets.ts';

const DAY = 86_400_000;
const after = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds);

/** How somebody came in, and on what. */
export interface Arrival {
  readonly knock: string;
  readonly how: 'code' | 'card' | 'passkey';
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
