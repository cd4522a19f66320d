import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Seat } from '../../words.ts';

/** What the database keeps of a browser's knock. */
export const hashKnock = (knock: string): string => createHash('sha256').update(knock).digest('hex');

/** What it keeps of a code: keyed with the knock it never holds, so that six digits can't be tried out on a copy. */
export const hashCode = (knock: string, code: string): string =>
  createHmac('sha256', knock).update(`code:${code}`).digest('hex');

/**
 * The secret of a session: from the knock that only the browser holds and the session's random id. So the answer
 * of a sign-in can be kept for a second arrival of the same form without keeping a secret.
 */
const secretOf = (knock: string, seat: Seat): string =>
  createHmac('sha256', knock).update(`session:${seat.personId}.${seat.sessionId}`).digest('base64url');

export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** What `people.session` keeps of the secret that this browser will carry. */
export const secretHashFor = (knock: string, seat: Seat): string => hashSecret(secretOf(knock, seat));

/** The session cookie of a seat just taken, for the browser that knocked. */
export const seatCookie = (knock: string, seat: Seat): string =>
  `${seat.personId}.${seat.sessionId}.${secretOf(knock, seat)}`;

/** Compares two hashes of the same length in the same time wherever they differ. */
export const sameHash = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
