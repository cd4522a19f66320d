import type { Context } from '#platform/context.ts';
import { writeSearchEntry } from '#platform/search.ts';

/** Search finds an offer by what it says now. */
export const makeOfferFindable = (
  context: Context,
  offer: {
    readonly communityId: string;
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly words: string;
    readonly locale: string;
  },
): Promise<void> => {
  const { communityId, id, number, title, words, locale } = offer;
  return writeSearchEntry(context, {
    communityId,
    kind: 'offer',
    id,
    number,
    path: `offers/${number}`,
    audience: 'public',
    title,
    text: words,
    locale,
  });
};
