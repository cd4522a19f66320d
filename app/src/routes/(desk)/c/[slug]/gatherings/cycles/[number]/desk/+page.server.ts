import { paperOfForm } from '#rooms/decisions/index.ts';
import { writingLocale } from '#rooms/forum/index.ts';
import { ruleOfForm } from '#rooms/gatherings/index.ts';
import {
  addSession,
  callChoice,
  endModerator,
  nameModerator,
  reviseCycle,
  secureMoney,
  setRule,
  setTable,
  showCycleDesk,
  writeInput,
} from '#rooms/gatherings/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const desk = (event: RequestEvent) =>
  read(event, (context) =>
    showCycleDesk(context, { slug: event.params.slug, number: numberIn(event, event.params.number) }),
  );

export const load: PageServerLoad = (event) => desk(event);

const here = (event: RequestEvent, part: string) => () => `${event.url.pathname}#${part}`;
const written = (event: RequestEvent, field: string) => (values: Record<string, unknown>) => ({
  ...values,
  locale: writingLocale(event.locals.language.locale, String(values[field] ?? '')),
});

export const actions: Actions = {
  revise: (event) => submit(event, reviseCycle, { fixed: event.params, next: () => event.url.pathname }),
  session: (event) => submit(event, addSession, { fixed: event.params, next: here(event, 'sessions') }),
  table: (event) => submit(event, setTable, { fixed: event.params, next: here(event, 'tables') }),
  moderator: (event) => submit(event, nameModerator, { fixed: event.params, next: here(event, 'tables') }),
  endModerator: (event) => submit(event, endModerator, { fixed: event.params, next: here(event, 'tables') }),
  rule: (event) => submit(event, setRule, { fixed: event.params, shape: ruleOfForm, next: here(event, 'who') }),
  money: (event) => submit(event, secureMoney, { fixed: event.params, next: here(event, 'money') }),
  input: (event) =>
    submit(event, writeInput, { fixed: event.params, shape: written(event, 'subject'), next: here(event, 'inputs') }),
  choice: async (event) => {
    const { place } = await desk(event);
    return submit(event, callChoice, {
      fixed: event.params,
      shape: (form) => written(event, 'question')(paperOfForm(form, place.timeZone)),
      next: ({ number }) => `/c/${place.slug}/decisions/${number}`,
    });
  },
};
