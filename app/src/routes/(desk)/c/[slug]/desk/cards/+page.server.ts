import { printCards, reprintCard, showCards } from '#rooms/communities/server/index.ts';
import { formObject, keyOf } from '#web/form.ts';
import { read } from '#web/read.ts';
import { attempt, submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await read(event, (context) => showCards(context, event.params.slug))),
  origin: event.locals.house.settings.origin,
});

export const actions: Actions = {
  print: async (event) => {
    const data = await event.request.formData();
    const values = formObject(data);
    const { house, actor, language } = event.locals;
    const asking = { actor, language, key: keyOf(data) };
    const input = { ...values, slug: event.params.slug };
    const result = await attempt(event, values, () => printCards(house, asking, input));
    return result.done ? { cards: result.value } : result.failure;
  },
  again: async (event) => {
    const card = await submit(event, reprintCard, { fixed: { slug: event.params.slug }, unkept: true });
    return 'code' in card ? { cards: [card] } : card;
  },
};
