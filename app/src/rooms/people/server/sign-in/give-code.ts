import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { atTheDoor } from '../../permissions.ts';
import { type Target, TRIES } from '../../rules.ts';
import { type CodeAnswer, GiveCode } from '../../words.ts';
import { hashCode, sameHash } from '../sessions/secrets.ts';
import { saveSession } from '../sessions/store.ts';
import { limitKnocks } from './at-the-door.ts';
import { lastCode, peopleAt } from './find-codes.ts';
import { countTry, markProven, useUp } from './store.ts';

/** Takes the code from somebody at the door: in, choose who you are, or wrong and so many tries left. */
export const giveCode = describeAction(
  { name: 'people.give-code', input: GiveCode, permission: atTheDoor.enter, repeat: 'once' },
  async (context, { knock, code, device }): Promise<CodeAnswer> => {
    authorize(atTheDoor.enter, context.actor, {});
    await limitKnocks(context, 'try');
    const proof = await proveCode(context, { knock, code, purpose: 'sign-in' });
    if ('left' in proof) return { kind: 'wrong', left: proof.left };
    const personId = await onlyOwner(context, proof.target);
    if (!personId) return { kind: 'choose' };
    await useUp(context, proof.codeId);
    return { kind: 'in', seat: await saveSession(context, personId, { knock, how: 'code', device }) };
  },
);

/** The one person a confirmed email belongs to; a phone may be shared, so there somebody always says who they are. */
async function onlyOwner(context: Context, target: Target): Promise<string | undefined> {
  if (target.channel !== 'email') return undefined;
  const owner = (await peopleAt(context, target)).find(({ confirmedAt }) => confirmedAt);
  return owner?.id;
}

/** A code that was right, or how many tries are left. */
type Proof =
  | { readonly codeId: string; readonly target: Target; readonly personId?: string }
  | { readonly left: number };

/**
 * Compares a code with the last one this browser asked for, counting the try. Throws a Refusal when there is none that
 * opens any more, or its tries are used up.
 */
export async function proveCode(
  context: Context,
  given: { readonly knock: string; readonly code: string; readonly purpose: 'sign-in' | 'address' },
): Promise<Proof> {
  const waiting = await lastCode(context, given.knock, given.purpose);
  if (!waiting) throw new Refusal('people.code-gone');
  const target = { channel: waiting.channel, value: waiting.target };
  if (waiting.provenAt) throw new Refusal('people.code-gone');
  const counted = await countTry(context, waiting.id);
  if (!counted) throw new Refusal('people.tries-gone', { kind: 'too-many' });
  if (!sameHash(waiting.codeHash, hashCode(given.knock, given.code))) return { left: TRIES - counted.tries };
  await markProven(context, waiting.id);
  return { codeId: waiting.id, target, personId: waiting.personId ?? undefined };
}
