import { writingLocale } from '#rooms/forum/index.ts';
import { addPlanItem, changePlanItem, giveWord, showPlan } from '#rooms/practice/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import { submitHere } from '#web/submit-here.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => read(event, (context) => showPlan(context, event.params.slug));

export const actions: Actions = {
  add: (event) =>
    submit(event, addPlanItem, {
      fixed: { slug: event.params.slug },
      shape: (values) => ({
        ...values,
        locale: writingLocale(event.locals.language.locale, String(values['what'] ?? '')),
      }),
      next: ({ itemId }) => `${event.url.pathname}#i-${itemId}`,
    }),
  change: submitHere(changePlanItem),
  word: (event) =>
    submit(event, giveWord, {
      fixed: { slug: event.params.slug },
      next: ({ number }) => `/c/${event.params.slug}/commitments/${number}`,
    }),
};
