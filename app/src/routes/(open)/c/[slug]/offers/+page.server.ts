import { writingLocale } from '#rooms/forum/index.ts';
import { OFFER_KINDS } from '#rooms/needs/index.ts';
import { listOffers, offerAsset } from '#rooms/needs/server/index.ts';
import { read } from '#web/read.ts';
import { sharePlace } from '#web/share.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const kind = OFFER_KINDS.find((known) => known === asked.get('kind'));
  const before = Number(asked.get('before')) || undefined;
  const list = await read(event, (context) => listOffers(context, event.params.slug, { kind, before }));
  return { kind, ...list, share: sharePlace(event, list.community, 'needs.offer.title') };
};

export const actions: Actions = {
  default: (event) =>
    submit(event, offerAsset, {
      fixed: { slug: event.params.slug },
      shape: (values) => ({ ...values, locale: writingLocale(event.locals.language.locale, String(values['title'])) }),
      next: ({ number }) => `/c/${event.params.slug}/offers/${number}`,
    }),
};
