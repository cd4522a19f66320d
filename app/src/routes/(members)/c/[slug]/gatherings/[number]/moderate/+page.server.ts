import { writingLocale } from '#rooms/forum/index.ts';
import {
  enterQuestion,
  foldLine,
  putOnFloor,
  setFloor,
  settleQuestion,
  showModerate,
  takeQuestion,
} from '#rooms/gatherings/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const address = (event: RequestEvent) => ({ slug: event.params.slug, number: numberIn(event, event.params.number) });
const here = (event: RequestEvent) => event.url.pathname;
const written = (event: RequestEvent, field: string) => (values: Record<string, unknown>) => ({
  ...values,
  locale: writingLocale(event.locals.language.locale, String(values[field] ?? '')),
});
/** One choice of the form: `speaker ID`, `item 3`, or empty for a pause. */
const whatIsOn = ({ on = '' }: Record<string, unknown>) => {
  const [kind, which] = String(on).split(' ');
  return kind === 'speaker' ? { speakerId: which } : kind === 'item' ? { item: which } : {};
};

export const load: PageServerLoad = (event) =>
  read(event, (context) => showModerate(context, address(event as RequestEvent)));

export const actions: Actions = {
  put: (event) => submit(event, putOnFloor, { fixed: address(event), shape: whatIsOn, next: () => here(event) }),
  take: (event) => submit(event, takeQuestion, { fixed: address(event), perRow: 'question', next: () => here(event) }),
  settle: (event) =>
    submit(event, settleQuestion, { fixed: address(event), shape: written(event, 'words'), next: () => here(event) }),
  enter: (event) =>
    submit(event, enterQuestion, { fixed: address(event), shape: written(event, 'text'), next: () => here(event) }),
  set: (event) =>
    submit(event, setFloor, {
      fixed: address(event),
      shape: ({ groups = '', ...values }) => ({ ...values, groups: String(groups).split('\n') }),
      next: () => here(event),
    }),
  fold: (event) => submit(event, foldLine, { fixed: address(event), next: () => here(event) }),
};
