import type { Context } from '#platform/context.ts';
import { takeChallenge } from './store.ts';

/** The library, loaded when the first passkey is made or used: it takes memory that the rest of a house can spare. */
export const webauthn = () => import('@simplewebauthn/server');

/** Where a passkey is for: the host people reach the house by. */
export const relyingParty = (context: Context): { id: string; origin: string } => {
  const { origin } = context.settings;
  return { id: new URL(origin).hostname, origin };
};

/** Random bytes to sign, as the database keeps them. */
export const newChallenge = (context: Context): { text: string; bytes: Uint8Array<ArrayBuffer> } => {
  const text = context.newToken(32);
  return { text, bytes: new Uint8Array(Buffer.from(text, 'base64url')) };
};

/** For the library: asks whether the challenge that was signed is one of this browser's, and uses it up. */
export const signedHere =
  (context: Context, knock: string, purpose: 'sign-in' | 'register') =>
  (challenge: string): Promise<boolean> =>
    takeChallenge(context, { knock, purpose, challenge });

/** What came from a browser may be anything: then the answer is no, not a crash. */
export async function orNothing<Result>(verify: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await verify();
  } catch (problem) {
    // The library speaks of what is wrong with a response by plain Errors; what the database says passes on.
    if (problem instanceof Error && !('severity' in problem)) return undefined;
    throw problem;
  }
}
