import { fail } from '@sveltejs/kit';
import { picturesOf } from '#platform/files/picture.ts';
import { writingLocale } from '#rooms/forum/index.ts';
import { listNeeds, raiseNeed, twinsOf } from '#rooms/needs/server/index.ts';
import { formObject } from '#web/form.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { can, community, door } = await read(event, (context) => listNeeds(context, event.params.slug));
  return { can, community, door };
};

export const actions: Actions = {
  default: async (event) => {
    const { slug } = event.params;
    const data = await event.request.formData();
    const { language } = event.locals;
    const title = String(data.get('title') ?? '');
    const twins = data.get('sure') ? [] : await read(event, (context) => twinsOf(context, slug, title));
    if (twins.length > 0) {
      const sentence = language.say('needs.twins.stopped', { count: twins.length });
      return fail(409, { refused: { sentence, fields: {}, values: formObject(data) }, twins });
    }
    return submit(event, raiseNeed, {
      data,
      fixed: { slug },
      shape: async (values) => ({
        ...values,
        locale: writingLocale(language.locale, `${title} ${values['words']}`),
        pictures: await picturesOf(data, 'picture', 1),
      }),
      next: ({ number, waits }) => `/c/${slug}/needs/${number}?${waits ? 'waits' : 'raised'}=yes`,
    });
  },
};
