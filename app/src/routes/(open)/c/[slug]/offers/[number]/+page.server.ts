import { showOffer, withdrawOffer } from '#rooms/needs/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import { shareOf } from '#web/share.ts';
import { submit } from '#web/submit.ts';
import { thingForms } from '#web/thing-forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, number } = event.params;
  const shown = await read(event, (context) => showOffer(context, { slug, number: numberIn(event, number) }));
  const { say, show } = event.locals.language;
  const { title, words, locale } = shown.offer;
  const where = show(shown.community.name, shown.community.locale);
  const card = { kind: [say('web.card.offer')], tone: 'pine' } as const;
  const folded = shown.offer.fold !== null;
  return {
    ...shown,
    share: shareOf(event, { title: show(title, locale), about: show(words, locale), where, card, folded }),
  };
};

export const actions: Actions = {
  withdraw: (event) => submit(event, withdrawOffer, { fixed: event.params, next: () => event.url.pathname }),
  ...thingForms(({ url }) => url.pathname),
};
