import { runAction } from '#platform/run-action.ts';
import { writingLocale } from '#rooms/forum/index.ts';
import {
  enterPaperYes,
  makeSpeakerLink,
  publishReport,
  showReportDesk,
  withdrawReport,
  writeReportText,
} from '#rooms/gatherings/server/index.ts';
import { formObject } from '#web/form.ts';
import { numberIn, read } from '#web/read.ts';
import { attempt, submit } from '#web/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const at = (event: RequestEvent) => ({ slug: event.params.slug, number: numberIn(event, event.params.number) });
const here = (event: RequestEvent) => `/c/${event.params.slug}/gatherings/${event.params.number}/report`;

export const load: PageServerLoad = async (event) => {
  const { slug, number } = event.params;
  const desk = await read(event, (context) => showReportDesk(context, { slug, number: numberIn(event, number) }));
  return { desk, origin: event.locals.house.settings.origin };
};

export const actions: Actions = {
  write: (event) =>
    submit(event, writeReportText, {
      fixed: at(event),
      shape: (form) => ({ ...form, locale: writingLocale(event.locals.language.locale, String(form['text'])) }),
      next: () => `${here(event)}/edit#texts`,
    }),
  publish: (event) => submit(event, publishReport, { fixed: at(event), next: () => here(event) }),
  withdraw: (event) => submit(event, withdrawReport, { fixed: at(event), next: () => here(event) }),
  paper: (event) => submit(event, enterPaperYes, { fixed: at(event), next: () => `${here(event)}/edit#speakers` }),
  // Without the form's key, which would keep the answer: the link is shown once and only its hash stays.
  link: async (event) => {
    const values = formObject(await event.request.formData());
    const { house, actor, language } = event.locals;
    const make = () =>
      runAction(house, { actor, language }, { action: makeSpeakerLink, input: { ...values, ...at(event) } });
    const result = await attempt(event, values, make);
    return result.done ? { link: result.value } : result.failure;
  },
};
