import { writingLocale } from '#rooms/forum/index.ts';
import { enterHallSheet, showHallSheet } from '#rooms/needs/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  ...(await read(event, (context) => showHallSheet(context, event.params.slug))),
  entered: Number(event.url.searchParams.get('entered') ?? 0),
});

export const actions: Actions = {
  default: (event) =>
    submit(event, enterHallSheet, {
      fixed: { slug: event.params.slug },
      shape: (values) => ({
        ...values,
        locale: writingLocale(event.locals.language.locale, JSON.stringify(values['rows'])),
      }),
      next: ({ numbers }) => `${event.url.pathname}?entered=${numbers.length}`,
    }),
};
