import { writingLocale } from '#rooms/forum/index.ts';
import {
  amendConclusion,
  answerAmendment,
  confirmConclusion,
  enterReflection,
  recordNextStep,
  showClosing,
  writeConclusion,
  writeReflection,
} from '#rooms/gatherings/server/index.ts';
import { handOf } from '#web/hand.ts';
import { numberIn, read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import { thingForms } from '#web/thing-forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const address = (event: RequestEvent) => ({ slug: event.params.slug, number: numberIn(event, event.params.number) });
const here = (event: RequestEvent, part = '') => `${event.url.pathname}${part}`;
const written =
  (event: RequestEvent, field = 'text') =>
  (values: Record<string, unknown>) => ({
    ...values,
    locale: writingLocale(event.locals.language.locale, String(values[field] ?? '')),
  });

export const load: PageServerLoad = async (event) => {
  const at = address(event as RequestEvent);
  handOf(event, at);
  const shown = await read(event, (context) => showClosing(context, at));
  event.locals.touches.add(shown.gathering.id);
  return shown;
};

export const actions: Actions = {
  write: (event) =>
    submit(event, writeReflection, {
      fixed: { ...address(event), hand: handOf(event, address(event)) },
      shape: written(event),
      next: () => here(event, '?done'),
    }),
  enter: (event) =>
    submit(event, enterReflection, { fixed: address(event), shape: written(event), next: () => here(event) }),
  conclude: (event) =>
    submit(event, writeConclusion, {
      fixed: address(event),
      shape: written(event),
      next: () => here(event, '#conclusions'),
    }),
  confirm: (event) =>
    submit(event, confirmConclusion, { fixed: address(event), next: () => here(event, '#conclusions') }),
  amend: (event) =>
    submit(event, amendConclusion, {
      fixed: address(event),
      shape: written(event),
      next: () => here(event, '#conclusions'),
    }),
  answer: (event) => submit(event, answerAmendment, { fixed: address(event), next: () => here(event, '#conclusions') }),
  step: (event) =>
    submit(event, recordNextStep, {
      fixed: address(event),
      shape: written(event, 'what'),
      next: () => here(event, '#steps'),
    }),
  ...thingForms(({ url }) => url.pathname),
};
