import { writingLocale } from '#rooms/forum/index.ts';
import {
  answerCredit,
  creditContributor,
  drawLesson,
  orderContributors,
  publishCase,
  showCase,
  takeBackCase,
  takeBackLesson,
  uncreditContributor,
} from '#rooms/practice/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import { shareOf } from '#web/share.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const address = { slug: event.params.slug, number: numberIn(event, event.params.number) };
  const shown = await read(event, (context) => showCase(context, address));
  const { say, show } = event.locals.language;
  const { title, context: about, locale } = shown.one;
  const where = show(shown.practice.name, shown.practice.locale);
  const card = { kind: [say('web.card.case')], photo: shown.pictures[0]?.href };
  return { ...shown, share: shareOf(event, { title: show(title, locale), about: show(about, locale), where, card }) };
};

const here = (event: RequestEvent, part = '') => `${event.url.pathname}${part}`;

export const actions: Actions = {
  credit: (event) => submit(event, creditContributor, { fixed: event.params, next: () => here(event, '#credit') }),
  uncredit: (event) => submit(event, uncreditContributor, { fixed: event.params, next: () => here(event, '#credit') }),
  order: (event) => submit(event, orderContributors, { fixed: event.params, next: () => here(event, '#who') }),
  answer: (event) => submit(event, answerCredit, { fixed: event.params, next: () => here(event, '#credit') }),
  publish: (event) => submit(event, publishCase, { fixed: event.params, next: () => here(event) }),
  withdraw: (event) =>
    submit(event, takeBackCase, { fixed: event.params, next: () => `/c/${event.params.slug}/practice/cases` }),
  lesson: (event) =>
    submit(event, drawLesson, {
      fixed: { slug: event.params.slug, case: event.params.number },
      shape: (values) => ({
        ...values,
        locale: writingLocale(event.locals.language.locale, String(values['words'] ?? '')),
      }),
      next: () => here(event, '#lessons'),
    }),
  lessonBack: (event) =>
    submit(event, takeBackLesson, { fixed: { slug: event.params.slug }, next: () => here(event, '#lessons') }),
};
