import { makeCommitment, showWordForm } from '#rooms/commitments/server/index.ts';
import { writingLocale } from '#rooms/forum/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => read(event, (context) => showWordForm(context, event.params.slug));

export const actions: Actions = {
  default: (event) =>
    submit(event, makeCommitment, {
      fixed: event.params,
      shape: (values) => ({
        ...values,
        locale: writingLocale(event.locals.language.locale, `${values['what']} ${values['words']}`),
      }),
      next: ({ address }) => `${address}?given=yes`,
    }),
};
