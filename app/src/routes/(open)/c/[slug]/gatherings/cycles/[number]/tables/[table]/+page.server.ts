import { writingLocale } from '#rooms/forum/index.ts';
import { editPost } from '#rooms/forum/server/index.ts';
import {
  bringReport,
  chooseTable,
  formGroup,
  noteRecommendation,
  seatAtTable,
  showTable,
  talkAtTable,
  writeIdea,
  writeInput,
  writeRecommendation,
} from '#rooms/gatherings/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import { thingForms } from '#web/thing-forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const at = ({ params }: RequestEvent) => ({
  slug: params.slug,
  number: Number(params.number),
  table: Number(params.table),
});

export const load: PageServerLoad = (event) => read(event, (context) => showTable(context, at(event)));

const here =
  (event: RequestEvent, part = '') =>
  () =>
    `${event.url.pathname}${part}`;
const written = (event: RequestEvent, field: string) => (values: Record<string, unknown>) => ({
  ...values,
  locale: writingLocale(event.locals.language.locale, String(values[field] ?? '')),
});
/** The talk of a table bears the number of the table. */
const inTalk = async (event: RequestEvent) => {
  const { table } = await read(event, (context) => showTable(context, at(event)));
  return { slug: event.params.slug, number: table.number };
};

export const actions: Actions = {
  sit: (event) => submit(event, chooseTable, { fixed: event.params, next: here(event) }),
  seat: (event) => submit(event, seatAtTable, { fixed: event.params, next: here(event) }),
  idea: (event) =>
    submit(event, writeIdea, { fixed: event.params, shape: written(event, 'text'), next: here(event, '#ideas') }),
  recommend: (event) =>
    submit(event, writeRecommendation, {
      fixed: event.params,
      shape: written(event, 'title'),
      next: here(event, '#recommendations'),
    }),
  note: (event) => submit(event, noteRecommendation, { fixed: event.params, next: here(event, '#recommendations') }),
  group: (event) =>
    submit(event, formGroup, { fixed: event.params, shape: written(event, 'task'), next: here(event, '#groups') }),
  bring: (event) => submit(event, bringReport, { fixed: event.params, next: here(event, '#groups') }),
  input: (event) =>
    submit(event, writeInput, { fixed: event.params, shape: written(event, 'subject'), next: here(event, '#inputs') }),
  say: (event) =>
    submit(event, talkAtTable, {
      fixed: event.params,
      shape: written(event, 'text'),
      next: ({ postId }) => `${event.url.pathname}#p-${postId}`,
    }),
  edit: async (event) => submit(event, editPost, { fixed: await inTalk(event), next: here(event, '#talk') }),
  ...thingForms(({ url }) => url.pathname),
};
