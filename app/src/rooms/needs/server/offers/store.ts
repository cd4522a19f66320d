import type { Context } from '#platform/context.ts';
import type { OfferKind } from '../../words.ts';

export interface NewOffer {
  readonly communityId: string;
  readonly id: string;
  readonly number: number;
  readonly kind: OfferKind;
  readonly title: string;
  readonly words: string;
  readonly locale: string;
  readonly needId: string | null;
  readonly offeredBy: string;
  readonly actingForId: string | null;
  readonly signsAs: string;
}

export async function saveOffer(context: Context, offer: NewOffer): Promise<void> {
  await context.db
    .insertInto('needs.offer')
    .values({ ...offer, offeredAt: context.now })
    .execute();
}

export async function closeOffer(
  context: Context,
  { communityId, id }: { readonly communityId: string; readonly id: string },
  withdrawnBy: string,
): Promise<void> {
  await context.db
    .updateTable('needs.offer')
    .set({ withdrawnAt: context.now, withdrawnBy })
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .execute();
}
