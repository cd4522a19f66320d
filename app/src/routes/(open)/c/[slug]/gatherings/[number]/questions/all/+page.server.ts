import { listQuestions } from '#rooms/gatherings/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import { thingForms } from '#web/thing-forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const at = { slug: event.params.slug, number: numberIn(event, event.params.number) };
  const after = event.url.searchParams.get('after');
  const shown = await read(event, (context) =>
    listQuestions(context, { ...at, after: after ? numberIn(event, after) : 0 }),
  );
  event.locals.touches.add(shown.gathering.id);
  return shown;
};

export const actions: Actions = { report: thingForms(({ url }) => url.pathname).report };
