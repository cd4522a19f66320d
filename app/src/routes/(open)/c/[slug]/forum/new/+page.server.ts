import { picturesOf } from '#platform/files/picture.ts';
import { writingLocale } from '#rooms/forum/index.ts';
import { listThreads, startThread } from '#rooms/forum/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => read(event, (context) => listThreads(context, event.params.slug));

export const actions: Actions = {
  default: (event) => {
    const { slug } = event.params;
    return submit(event, startThread, {
      fixed: { slug },
      shape: async (values, data) => ({
        ...values,
        locale: writingLocale(event.locals.language.locale, `${values['title']} ${values['text']}`),
        pictures: await picturesOf(data, 'picture', 4),
      }),
      next: ({ number }) => `/c/${slug}/forum/${number}`,
    });
  },
};
