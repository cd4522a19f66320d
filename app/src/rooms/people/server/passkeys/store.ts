import type { Context } from '#platform/context.ts';
import { hashKnock } from '../sessions/secrets.ts';

const DAY = 86_400_000;
/** How long a challenge may be signed. */
const CHALLENGE_LASTS = 5 * 60_000;

type Purpose = 'sign-in' | 'register';

/** Keeps what a browser is asked to sign, and takes out what is too old. */
export async function saveChallenge(
  context: Context,
  made: { readonly knock: string; readonly purpose: Purpose; readonly challenge: string },
): Promise<void> {
  const { db, now } = context;
  await db
    .deleteFrom('people.challenge')
    .where('madeAt', '<', new Date(now.getTime() - DAY))
    .execute();
  await db
    .insertInto('people.challenge')
    .values({
      id: context.newSecretId(),
      knockHash: hashKnock(made.knock),
      purpose: made.purpose,
      challenge: made.challenge,
      madeAt: now,
    })
    .execute();
}

/** Uses up a challenge of this browser: true once, and only while it is fresh. */
export async function takeChallenge(
  context: Context,
  given: { readonly knock: string; readonly purpose: Purpose; readonly challenge: string },
): Promise<boolean> {
  const taken = await context.db
    .updateTable('people.challenge')
    .set({ usedAt: context.now })
    .where('knockHash', '=', hashKnock(given.knock))
    .where('purpose', '=', given.purpose)
    .where('challenge', '=', given.challenge)
    .where('madeAt', '>', new Date(context.now.getTime() - CHALLENGE_LASTS))
    .where('usedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}

/** A passkey as it came from the device. */
export interface NewPasskey {
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: string;
  readonly label: string;
}

export async function savePasskey(context: Context, personId: string, passkey: NewPasskey): Promise<void> {
  await context.db
    .insertInto('people.passkey')
    .values({ personId, madeAt: context.now, ...passkey })
    .execute();
}

/** Notes that a passkey was used. Its counter only grows: a copy of the device would show. */
export async function markPasskeyUsed(
  context: Context,
  used: { readonly personId: string; readonly credentialId: string; readonly counter: number },
): Promise<void> {
  await context.db
    .updateTable('people.passkey')
    .set({ counter: used.counter, usedAt: context.now })
    .where('personId', '=', used.personId)
    .where('credentialId', '=', used.credentialId)
    .execute();
}

export async function dropPasskey(context: Context, personId: string, credentialId: string): Promise<void> {
  await context.db
    .deleteFrom('people.passkey')
    .where('personId', '=', personId)
    .where('credentialId', '=', credentialId)
    .execute();
}
