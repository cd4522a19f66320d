import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { atTheDoor } from '../../permissions.ts';
import type { Target } from '../../rules.ts';
import { ChoosePerson, type Seat } from '../../words.ts';
import { saveAddress } from '../account/store.ts';
import { saveSession } from '../sessions/store.ts';
import { lastCode, peopleAt } from './find-codes.ts';
import { useUp } from './store.ts';

/** After the code: says which of the people who share this address sits down. */
export const choosePerson = describeAction(
  { name: 'people.choose-person', input: ChoosePerson, permission: atTheDoor.enter, repeat: 'once' },
  async (context, { knock, personId, device }): Promise<Seat> => {
    authorize(atTheDoor.enter, context.actor, {});
    const proof = await takeProof(context, knock);
    const chosen = (await peopleAt(context, proof.target)).find(({ id }) => id === personId);
    if (!chosen) throw notFound();
    if (!chosen.confirmedAt) await saveAddress(context, personId, { ...proof.target, knownBy: 'code' });
    return saveSession(context, personId, { knock, how: 'code', device });
  },
);

/** Uses up the proof that this browser holds the address. Throws a Refusal when it has none any more. */
export async function takeProof(context: Context, knock: string): Promise<{ target: Target }> {
  const proof = await lastCode(context, knock, 'sign-in');
  if (!proof?.provenAt || !(await useUp(context, proof.id))) throw new Refusal('people.code-gone');
  return { target: { channel: proof.channel, value: proof.target } };
}
