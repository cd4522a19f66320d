import { writingLocale } from '#rooms/forum/index.ts';
import {
  answerIntroduction,
  askIntroduction,
  sayTopic,
  showShares,
  takeBackTopic,
} from '#rooms/practice/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import { submitHere } from '#web/submit-here.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => read(event, (context) => showShares(context, event.params.slug));

export const actions: Actions = {
  say: (event) =>
    submit(event, sayTopic, {
      fixed: { slug: event.params.slug },
      shape: (values) => ({
        ...values,
        locale: writingLocale(event.locals.language.locale, String(values['words'] ?? '')),
      }),
      next: () => `${event.url.pathname}#pairs`,
    }),
  back: submitHere(takeBackTopic),
  ask: submitHere(askIntroduction),
  answer: submitHere(answerIntroduction),
};
