import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { Refusal } from '#platform/refusal.ts';
import { insistTarget } from '../sign-in/send-code.ts';
import { saveAddress, savePerson } from './store.ts';
import { waysIn } from './ways-in.ts';

/**
 * Makes an account for somebody who did not come in themselves (a facilitator for a neighbour without a phone, an import,
 * the seed). The caller authorizes. Returns the person's id.
 */
export async function createPerson(
  context: Context,
  { name, locale }: { readonly name: string; readonly locale: string },
): Promise<string> {
  const personId = await savePerson(context, { name: name.trim(), locale, madeBy: personOf(context.actor) });
  context.announce({ kind: 'people.person-came', personId, quiet: true });
  return personId;
}

/**
 * Writes down an email or a phone that somebody told a facilitator; it is confirmed by the first code. Only for people
 * who have no confirmed address or passkey of their own yet, or whoever writes it could walk in as them. The caller
 * authorizes the rest. Throws a Refusal when the text is neither, or the person has a way in of their own.
 */
export async function addAddress(
  context: Context,
  { personId, address }: { readonly personId: string; readonly address: string },
): Promise<void> {
  const target = insistTarget(context, address);
  if (await hasOwnWayIn(context, personId)) throw new Refusal('people.adds-own-addresses');
  await saveAddress(context, personId, { ...target, knownBy: 'facilitator' });
}

async function hasOwnWayIn(context: Context, personId: string): Promise<boolean> {
  const { addresses, passkeys } = await waysIn(context, personId);
  return addresses + passkeys > 0;
}
