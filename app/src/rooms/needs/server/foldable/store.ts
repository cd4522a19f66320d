import type { Context } from '#platform/context.ts';
import type { KeptText } from '../../tables.ts';
import type { NeedKey } from '../store.ts';

/** Puts a text where a need stands: the line of a fold, or what had lain in it. */
export async function saveNeedText(context: Context, { communityId, id }: NeedKey, text: KeptText): Promise<void> {
  await context.db
    .updateTable('needs.need')
    .set(text)
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .execute();
}

/** Words beside a "me too", or nothing in their place. What was withdrawn meanwhile takes none. */
export async function saveSupportWords(
  context: Context,
  { communityId, id }: NeedKey,
  { words, locale }: { readonly words: string; readonly locale?: string },
): Promise<void> {
  await context.db
    .updateTable('needs.support')
    .set({ words, ...(locale ? { locale } : {}) })
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .execute();
}

/** What an offer says and how it is signed. */
export interface OfferText {
  readonly title: string;
  readonly words: string;
  readonly locale: string;
  readonly signsAs: string;
  readonly actingForId: string | null;
}

/** Puts a text where an offer stands. */
export async function saveOfferText(context: Context, { communityId, id }: NeedKey, text: OfferText): Promise<void> {
  await context.db
    .updateTable('needs.offer')
    .set(text)
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .execute();
}
