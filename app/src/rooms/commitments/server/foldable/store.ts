import type { Context } from '#platform/context.ts';
import type { KeptText } from '../../tables.ts';
import type { WordKind } from './load-words.ts';

/** Puts a text where it stands: the line of a fold, or what had lain in it. */
export async function putText(
  { db }: Context,
  { kind, communityId, id }: { readonly kind: WordKind; readonly communityId: string; readonly id: string },
  text: KeptText,
): Promise<void> {
  const { what = '', words = '', why = '', locale, signsAs } = text;
  if (kind === 'word-answer')
    await db
      .updateTable('commitments.answer')
      .set({ words, locale })
      .where('communityId', '=', communityId)
      .where('id', '=', id)
      .execute();
  else if (kind === 'own-word')
    await db
      .updateTable('commitments.ownWord')
      .set({ words, locale })
      .where('communityId', '=', communityId)
      .where('id', '=', id)
      .execute();
  else if (kind === 'agreement')
    await db
      .updateTable('commitments.agreement')
      .set({ what, why, locale })
      .where('communityId', '=', communityId)
      .where('id', '=', id)
      .execute();
  else
    await db
      .updateTable('commitments.commitment')
      .set({ what, words, locale, ...(signsAs ? { signsAs } : {}) })
      .where('communityId', '=', communityId)
      .where('id', '=', id)
      .execute();
}
