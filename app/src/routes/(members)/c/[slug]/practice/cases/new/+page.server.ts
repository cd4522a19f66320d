import { picturesOf } from '#platform/files/picture.ts';
import { writingLocale } from '#rooms/forum/index.ts';
import { MOST_PICTURES, UPTAKES } from '#rooms/practice/index.ts';
import { showNewCase, takeUpCase, writeCase } from '#rooms/practice/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const from = Number(asked.get('from')) || undefined;
  const how = UPTAKES.find((one) => one === asked.get('how')) ?? null;
  const page = await read(event, (context) => showNewCase(context, { slug: event.params.slug, from }));
  return { ...page, how };
};

export const actions: Actions = {
  default: async (event) => {
    const { slug } = event.params;
    const data = await event.request.formData();
    const submission = {
      data,
      fixed: { slug },
      shape: async (values: Record<string, unknown>) => ({
        ...values,
        locale: writingLocale(event.locals.language.locale, `${values['title']} ${values['done']}`),
        pictures: await picturesOf(data, 'picture', MOST_PICTURES),
      }),
      next: ({ number }: { number: number }) => `/c/${slug}/practice/cases/${number}`,
    };
    return data.get('from') ? submit(event, takeUpCase, submission) : submit(event, writeCase, submission);
  },
};
