import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { onOwnAccount } from '../../permissions.ts';
import { insistPerson } from '../sessions/sign-out.ts';
import { insistAtTable } from './find-person.ts';

/** Everything the page "me" shows. */
export async function showMe(context: Context) {
  const personId = insistPerson(context);
  authorize(onOwnAccount.see, context.actor, { personId });
  const person = await insistAtTable(context, personId);
  const own = context.actor.kind === 'person' ? context.actor.sessionId : undefined;
  const sessions = await openSessions(context, personId);
  return {
    name: person.name,
    locale: person.locale,
    theme: person.theme,
    signsAs: person.signsAs,
    cameAt: person.cameAt,
    addresses: await addressesOf(context, personId),
    passkeys: await passkeysOf(context, personId),
    card: await cardOf(context, personId),
    sessions: sessions.map((session) => ({ ...session, own: session.id === own })),
  };
}

const addressesOf = (context: Context, personId: string) =>
  context.db
    .selectFrom('people.address')
    .select(['id', 'channel', 'value', 'addedAt', 'confirmedAt'])
    .where('personId', '=', personId)
    .orderBy('addedAt')
    .orderBy('id')
    .execute();

const passkeysOf = (context: Context, personId: string) =>
  context.db
    .selectFrom('people.passkey')
    .select(['credentialId', 'label', 'madeAt', 'usedAt'])
    .where('personId', '=', personId)
    .orderBy('madeAt')
    .execute();

const cardOf = (context: Context, personId: string) =>
  context.db
    .selectFrom('people.card as c')
    .leftJoin('people.person as m', 'm.id', 'c.madeBy')
    .select(['c.madeAt', 'c.usedAt', 'm.name as madeBy'])
    .where('c.personId', '=', personId)
    .where('c.revokedAt', 'is', null)
    .executeTakeFirst();

const openSessions = (context: Context, personId: string) =>
  context.db
    .selectFrom('people.session')
    .select(['id', 'how', 'device', 'startedAt', 'seenAt'])
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', context.now)
    .orderBy('seenAt', 'desc')
    .execute();
