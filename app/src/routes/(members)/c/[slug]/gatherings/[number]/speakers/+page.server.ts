import { writingLocale } from '#rooms/forum/index.ts';
import {
  addSpeaker,
  declareSpeaker,
  editSpeaker,
  showSpeakersDesk,
  withdrawSpeaker,
  writeWords,
} from '#rooms/gatherings/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const address = (event: RequestEvent) => ({ slug: event.params.slug, number: numberIn(event, event.params.number) });
const here = (event: RequestEvent) => event.url.pathname;
const written =
  (event: RequestEvent, ...fields: string[]) =>
  (values: Record<string, unknown>) => ({
    ...values,
    locale: writingLocale(event.locals.language.locale, fields.map((field) => String(values[field] ?? '')).join(' ')),
  });

export const load: PageServerLoad = (event) =>
  read(event, (context) => showSpeakersDesk(context, address(event as RequestEvent)));

export const actions: Actions = {
  add: (event) =>
    submit(event, addSpeaker, {
      fixed: address(event),
      shape: written(event, 'profile', 'caseWords'),
      next: () => here(event),
    }),
  edit: (event) =>
    submit(event, editSpeaker, {
      fixed: address(event),
      shape: written(event, 'profile', 'caseWords'),
      next: () => here(event),
    }),
  withdraw: (event) => submit(event, withdrawSpeaker, { fixed: address(event), next: () => here(event) }),
  declare: (event) => submit(event, declareSpeaker, { fixed: address(event), next: () => here(event) }),
  words: (event) =>
    submit(event, writeWords, { fixed: address(event), shape: written(event, 'text'), next: () => here(event) }),
};
