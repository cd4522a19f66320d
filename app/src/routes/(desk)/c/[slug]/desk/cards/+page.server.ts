import { authorize } from '#platform/permissions.ts';
import { atDesk } from '#rooms/communities/index.ts';
import { printCards } from '#rooms/communities/server/index.ts';
import { formObject } from '#web/form.ts';
import { read } from '#web/read.ts';
import { attempt } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { community } = await event.parent();
  await read(event, async (context) => authorize(atDesk.giveCard, context.actor, community));
  return { origin: event.locals.house.settings.origin };
};

export const actions: Actions = {
  default: async (event) => {
    const data = await event.request.formData();
    const values = formObject(data);
    const { house, actor, language } = event.locals;
    const asking = { actor, language, key: String(data.get('_key') ?? '') || undefined };
    const input = { ...values, slug: event.params.slug };
    const result = await attempt(event, values, () => printCards(house, asking, input));
    return result.done ? { cards: result.value } : result.failure;
  },
};
