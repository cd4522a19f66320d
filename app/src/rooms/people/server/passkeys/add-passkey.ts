import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { onOwnAccount } from '../../permissions.ts';
import { AddPasskey, AskPasskey, RemovePasskey } from '../../words.ts';
import { insistAtTable } from '../account/find-person.ts';
import { insistWayIn } from '../account/ways-in.ts';
import { insistPerson } from '../sessions/sign-out.ts';
import { newChallenge, orNothing, relyingParty, signedHere, webauthn } from './read-response.ts';
import { dropPasskey, saveChallenge, savePasskey } from './store.ts';

/** What a browser hands to its device so that it makes a passkey. */
export const beginPasskey = describeAction(
  { name: 'people.begin-passkey', input: AskPasskey, permission: onOwnAccount.change, repeat: 'safe' },
  async (context, { knock }) => {
    const personId = insistPerson(context);
    authorize(onOwnAccount.change, context.actor, { personId });
    const person = await insistAtTable(context, personId);
    const had = await context.db
      .selectFrom('people.passkey')
      .select('credentialId')
      .where('personId', '=', personId)
      .execute();
    const { generateRegistrationOptions } = await webauthn();
    const challenge = newChallenge(context);
    await saveChallenge(context, { knock, purpose: 'register', challenge: challenge.text });
    return generateRegistrationOptions({
      rpName: 'Sofra',
      rpID: relyingParty(context).id,
      userID: new TextEncoder().encode(personId),
      userName: person.name,
      userDisplayName: person.name,
      challenge: challenge.bytes,
      excludeCredentials: had.map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  },
);

/** Keeps the passkey that the device made. Throws a Refusal when it can't be trusted. */
export const addPasskey = describeAction(
  { name: 'people.add-passkey', input: AddPasskey, permission: onOwnAccount.change, repeat: 'once' },
  async (context, { knock, response, device }): Promise<void> => {
    const personId = insistPerson(context);
    authorize(onOwnAccount.change, context.actor, { personId });
    const { id, origin } = relyingParty(context);
    const { verifyRegistrationResponse } = await webauthn();
    const verified = await orNothing(() =>
      verifyRegistrationResponse({
        response: response as unknown as RegistrationResponseJSON,
        expectedChallenge: signedHere(context, knock, 'register'),
        expectedOrigin: origin,
        expectedRPID: id,
        requireUserVerification: true,
      }),
    );
    if (!verified?.verified) throw new Refusal('people.passkey-not-made');
    const { credential } = verified.registrationInfo;
    await savePasskey(context, personId, {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: (credential.transports ?? []).join(' '),
      label: device,
    });
  },
);

/** Forgets one of one's own passkeys. Throws a Refusal when no other way in would be left. */
export const removePasskey = describeAction(
  { name: 'people.remove-passkey', input: RemovePasskey, permission: onOwnAccount.change, repeat: 'safe' },
  async (context, { credentialId }): Promise<void> => {
    const personId = insistPerson(context);
    authorize(onOwnAccount.change, context.actor, { personId });
    await dropPasskey(context, personId, credentialId);
    await insistWayIn(context, personId);
  },
);
