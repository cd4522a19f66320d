import { chooseTable, leaveTable, noteRecommendation, showCycle } from '#rooms/gatherings/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import { shareOf } from '#web/share.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, number } = event.params;
  const shown = await read(event, (context) => showCycle(context, { slug, number: numberIn(event, number) }));
  const { say, show } = event.locals.language;
  const { theme, about, locale } = shown.cycle;
  const where = show(shown.place.name, shown.place.locale);
  const card = { kind: [say('cycle.a-forum')] };
  return { ...shown, share: shareOf(event, { title: show(theme, locale), about: show(about, locale), where, card }) };
};

export const actions: Actions = {
  sit: (event) => submit(event, chooseTable, { fixed: event.params, next: () => `${event.url.pathname}#tables` }),
  leave: (event) => submit(event, leaveTable, { fixed: event.params, next: () => `${event.url.pathname}#tables` }),
  note: (event) =>
    submit(event, noteRecommendation, { fixed: event.params, next: () => `${event.url.pathname}#recommendations` }),
};
