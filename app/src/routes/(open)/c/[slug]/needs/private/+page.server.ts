import { writingLocale } from '#rooms/forum/index.ts';
import { answerPrivateNeed, showPrivateDoor, tellPrivately } from '#rooms/needs/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  door: await read(event, (context) => showPrivateDoor(context, event.params.slug)),
  done: event.url.searchParams.has('done'),
});

export const actions: Actions = {
  tell: (event) =>
    submit(event, tellPrivately, {
      fixed: { slug: event.params.slug },
      shape: (values) => ({
        ...values,
        locale: writingLocale(event.locals.language.locale, String(values['words'])),
      }),
      next: () => `${event.url.pathname}?done`,
    }),
  answer: (event) =>
    submit(event, answerPrivateNeed, { fixed: { slug: event.params.slug }, next: () => event.url.pathname }),
};
