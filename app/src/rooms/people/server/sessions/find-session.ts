import { statement } from '#platform/database/statement.ts';
import type { Db } from '#platform/database/tables.ts';
import { SEEN_EVERY } from '../../rules.ts';
import { hashSecret, sameHash } from './secrets.ts';
import { markSeen } from './store.ts';

/** Who stands behind a session cookie. */
export interface FoundSession {
  readonly personId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly locale: string;
  readonly theme: string;
  readonly actingForId?: string;
}

const COOKIE = /^([0-9a-f-]{36})\.([0-9a-f-]{36})\.([\w-]{43})$/;

/** Who stands behind a session cookie; undefined when it opens nothing. Being seen moves the end of the session. */
export async function findSession(db: Db, cookie: string, now: Date): Promise<FoundSession | undefined> {
  const [, personId, sessionId, secret] = COOKIE.exec(cookie) ?? [];
  if (!secret) return undefined;
  const [row] = await openSession(db, { personId, sessionId, now });
  if (!row || !sameHash(row.secretHash, hashSecret(secret))) return undefined;
  if (now.getTime() - row.seenAt.getTime() > SEEN_EVERY) await markSeen(db, { personId, sessionId }, now);
  const { name, locale, theme, actingForId } = row;
  return { personId, sessionId, name, locale, theme, actingForId: actingForId ?? undefined };
}

const openSession = statement((db, { personId, sessionId, now }: { personId: string; sessionId: string; now: Date }) =>
  db
    .selectFrom('people.session as s')
    .innerJoin('people.person as p', 'p.id', 's.personId')
    .select(['s.secretHash', 's.seenAt', 's.actingForId', 'p.name', 'p.locale', 'p.theme'])
    .where('s.personId', '=', personId)
    .where('s.id', '=', sessionId)
    .where('s.endedAt', 'is', null)
    .where('s.expiresAt', '>', now),
);
