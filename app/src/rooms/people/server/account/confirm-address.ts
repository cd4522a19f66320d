import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { onOwnAccount } from '../../permissions.ts';
import { AskCode, ConfirmAddress, RemoveAddress } from '../../words.ts';
import { insistPerson } from '../sessions/sign-out.ts';
import { limitKnocks } from '../sign-in/at-the-door.ts';
import { peopleAt } from '../sign-in/find-codes.ts';
import { proveCode } from '../sign-in/give-code.ts';
import { insistTarget, makeAndSendCode } from '../sign-in/send-code.ts';
import { useUp } from '../sign-in/store.ts';
import { dropAddress, saveAddress } from './store.ts';
import { tellOwner } from './tell-owner.ts';
import { insistWayIn } from './ways-in.ts';

/** Sends a code to an address that somebody wants to add to their own account. */
export const askAddressCode = describeAction(
  { name: 'people.ask-address-code', input: AskCode, permission: onOwnAccount.change, repeat: 'once' },
  async (context, { knock, target }): Promise<void> => {
    const personId = insistPerson(context);
    authorize(onOwnAccount.change, context.actor, { personId });
    await limitKnocks(context, 'ask');
    await makeAndSendCode(context, insistTarget(context, target), { knock, purpose: 'address', personId });
  },
);

/** The address is added, or the code was wrong and so many tries are left. */
export type AddressAnswer = { readonly kind: 'added' } | { readonly kind: 'wrong'; readonly left: number };

/** Adds the address whose code is right; the other addresses hear of it. */
export const confirmAddress = describeAction(
  { name: 'people.confirm-address', input: ConfirmAddress, permission: onOwnAccount.change, repeat: 'once' },
  async (context, { knock, code }): Promise<AddressAnswer> => {
    const personId = insistPerson(context);
    authorize(onOwnAccount.change, context.actor, { personId });
    await limitKnocks(context, 'try');
    const proof = await proveCode(context, { knock, code, purpose: 'address' });
    if ('left' in proof) return { kind: 'wrong', left: proof.left };
    if (proof.personId !== personId) throw new Refusal('people.code-gone');
    await useUp(context, proof.codeId);
    const others = (await peopleAt(context, proof.target)).filter(
      ({ id, confirmedAt }) => id !== personId && confirmedAt,
    );
    if (proof.target.channel === 'email' && others.length > 0) throw new Refusal('people.address-taken');
    await saveAddress(context, personId, { ...proof.target, knownBy: 'code' });
    await tellOwner(context, personId, 'people.letter.address-added');
    return { kind: 'added' };
  },
);

/** Takes one of one's own addresses away. Throws a Refusal when no other way in would be left. */
export const removeAddress = describeAction(
  { name: 'people.remove-address', input: RemoveAddress, permission: onOwnAccount.change, repeat: 'safe' },
  async (context, { addressId }): Promise<void> => {
    const personId = insistPerson(context);
    authorize(onOwnAccount.change, context.actor, { personId });
    await dropAddress(context, personId, addressId);
    await insistWayIn(context, personId);
  },
);
