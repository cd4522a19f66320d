import { writingLocale } from '#rooms/forum/index.ts';
import { drawLesson, showCalendar, takeBackLesson } from '#rooms/practice/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import { submitHere } from '#web/submit-here.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => read(event, (context) => showCalendar(context, event.params.slug));

export const actions: Actions = {
  lesson: (event) =>
    submit(event, drawLesson, {
      fixed: { slug: event.params.slug },
      shape: (values) => ({
        ...values,
        locale: writingLocale(event.locals.language.locale, String(values['words'] ?? '')),
      }),
      next: () => event.url.pathname,
    }),
  lessonBack: submitHere(takeBackLesson),
};
