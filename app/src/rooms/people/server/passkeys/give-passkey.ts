import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { atTheDoor } from '../../permissions.ts';
import { AskPasskey, GivePasskey, type Seat } from '../../words.ts';
import { saveSession } from '../sessions/store.ts';
import { limitKnocks } from '../sign-in/at-the-door.ts';
import { newChallenge, orNothing, relyingParty, signedHere, webauthn } from './read-response.ts';
import { markPasskeyUsed, saveChallenge } from './store.ts';

/** What a browser hands to its device so that somebody may sign in with a passkey. */
export const askPasskey = describeAction(
  { name: 'people.ask-passkey', input: AskPasskey, permission: atTheDoor.enter, repeat: 'safe' },
  async (context, { knock }) => {
    authorize(atTheDoor.enter, context.actor, {});
    await limitKnocks(context, 'passkey');
    const { generateAuthenticationOptions } = await webauthn();
    const challenge = newChallenge(context);
    await saveChallenge(context, { knock, purpose: 'sign-in', challenge: challenge.text });
    const rpID = relyingParty(context).id;
    return generateAuthenticationOptions({ rpID, challenge: challenge.bytes, userVerification: 'required' });
  },
);

/** Signs in with what the device signed. Throws a Refusal when it opens nothing. */
export const givePasskey = describeAction(
  { name: 'people.give-passkey', input: GivePasskey, permission: atTheDoor.enter, repeat: 'once' },
  async (context, { knock, response, device }): Promise<Seat> => {
    authorize(atTheDoor.enter, context.actor, {});
    const passkey = await findPasskey(context, response);
    if (!passkey) throw new Refusal('people.passkey-unknown');
    const { id, origin } = relyingParty(context);
    const { verifyAuthenticationResponse } = await webauthn();
    const verified = await orNothing(() =>
      verifyAuthenticationResponse({
        response: response as unknown as AuthenticationResponseJSON,
        expectedChallenge: signedHere(context, knock, 'sign-in'),
        expectedOrigin: origin,
        expectedRPID: id,
        requireUserVerification: true,
        credential: {
          id: passkey.credentialId,
          publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
          counter: passkey.counter,
        },
      }),
    );
    if (!verified?.verified) throw new Refusal('people.passkey-unknown');
    await markPasskeyUsed(context, { ...passkey, counter: verified.authenticationInfo.newCounter });
    return saveSession(context, passkey.personId, { knock, how: 'passkey', device });
  },
);

/** The device says whose passkey it is: the person's id was given to it when the passkey was made. */
async function findPasskey(context: Context, response: { id: string; response: { userHandle?: string } }) {
  const personId = Buffer.from(response.response.userHandle ?? '', 'base64url').toString();
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(personId)) return undefined;
  return context.db
    .selectFrom('people.passkey')
    .select(['personId', 'credentialId', 'publicKey', 'counter'])
    .where('personId', '=', personId)
    .where('credentialId', '=', response.id)
    .executeTakeFirst();
}
