import { picturesOf } from '#platform/files/picture.ts';
import { writingLocale } from '#rooms/forum/index.ts';
import { MOST_PICTURES } from '#rooms/practice/index.ts';
import { reviseCase, showCaseForm } from '#rooms/practice/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const address = { slug: event.params.slug, number: numberIn(event, event.params.number) };
  return read(event, (context) => showCaseForm(context, address));
};

export const actions: Actions = {
  default: (event) => {
    const { slug, number } = event.params;
    return submit(event, reviseCase, {
      fixed: { slug, number },
      shape: async (values, data) => ({
        ...values,
        locale: writingLocale(event.locals.language.locale, `${values['title']} ${values['done']}`),
        pictures: await picturesOf(data, 'picture', MOST_PICTURES),
      }),
      next: () => `/c/${slug}/practice/cases/${number}`,
    });
  },
};
