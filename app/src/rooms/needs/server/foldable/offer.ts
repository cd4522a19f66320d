import { removeSearchEntry } from '#platform/search.ts';
import type { Foldable } from '#rooms/moderation/server/index.ts';
import { makeOfferFindable } from '../offers/make-findable.ts';
import { type OfferText, saveOfferText } from './store.ts';

/** An offer can be reported and folded: its words and signature lie in the fold meanwhile, and a line stands in their place. */
export const foldableOffer: Foldable = {
  kind: 'offer',
  async find({ db }, communityId, ids) {
    const rows = await db
      .selectFrom('needs.offer')
      .select(['id', 'number', 'title', 'words', 'offeredBy as authorId'])
      .where('communityId', '=', communityId)
      .where('id', 'in', [...ids])
      .execute();
    return rows.map(({ number, words, ...offer }) => ({
      ...offer,
      communityId,
      text: [offer.title, words].filter(Boolean).join('\n\n'),
      called: String(number),
      page: `offers/${number}`,
      known: true,
    }));
  },
  async hide(context, { communityId, id, title, text }) {
    const back: OfferText = await context.db
      .selectFrom('needs.offer')
      .select(['title', 'words', 'locale', 'signsAs', 'actingForId'])
      .where('communityId', '=', communityId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const { say, locale } = context.language;
    const line = { title: say('needs.folded.title'), words: '', locale, signsAs: 'member', actingForId: null };
    await saveOfferText(context, { communityId, id }, line);
    await removeSearchEntry(context, { communityId, kind: 'offer', id });
    return { title, text, back };
  },
  async show(context, { communityId, id }, back) {
    if (!back) return;
    const text = back as OfferText;
    await saveOfferText(context, { communityId, id }, text);
    const { number, withdrawnAt } = await context.db
      .selectFrom('needs.offer')
      .select(['number', 'withdrawnAt'])
      .where('communityId', '=', communityId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    // What was withdrawn while it was folded is found no more.
    if (!withdrawnAt) await makeOfferFindable(context, { communityId, id, number, ...text });
  },
};
