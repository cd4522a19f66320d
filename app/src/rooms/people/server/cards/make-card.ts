import type { Context } from '#platform/context.ts';
import { printedCode } from '../../rules.ts';
import { insistAtTable } from '../account/find-person.ts';
import { tellOwner } from '../account/tell-owner.ts';
import { hashCard, newCardCode } from './card-code.ts';
import { saveCard } from './store.ts';

/** A card as it leaves the desk: the code is shown this once, the house keeps only its hash. */
export interface MadeCard {
  readonly personId: string;
  /** `BCHK MPTX 2345`. */
  readonly code: string;
  /** What the QR leads to. */
  readonly link: string;
}

/**
 * Makes a paper card for a person; the one they had opens nothing any more. Whoever has an address of their own is told
 * of it, because a card opens their account. The caller authorizes. Throws a Refusal for people who are not at the table.
 */
export async function makeCard(context: Context, { personId }: { readonly personId: string }): Promise<MadeCard> {
  await insistAtTable(context, personId);
  const code = newCardCode(context);
  await saveCard(context, { personId, codeHash: await hashCard(code) });
  await tellOwner(context, personId, 'people.letter.card-made');
  return { personId, code: printedCode(code), link: `${context.settings.origin}/card/${code}` };
}
