import { writingLocale } from '#rooms/forum/index.ts';
import { askQuestion, showQuestions, supportQuestion } from '#rooms/gatherings/server/index.ts';
import { handOf } from '#web/hand.ts';
import { addressOf, keepPace } from '#web/pace.ts';
import { numberIn, read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** "Me too" from one hand, and from one address behind which a whole hall may sit. */
const FROM_HAND = { most: 60, seconds: 60 };
const FROM_ADDRESS = { most: 3000, seconds: 10 };

const address = (event: RequestEvent) => ({ slug: event.params.slug, number: numberIn(event, event.params.number) });

export const load: PageServerLoad = async (event) => {
  const at = address(event as RequestEvent);
  const hand = handOf(event, at);
  const shown = await read(event, (context) => showQuestions(context, { ...at, hand }));
  event.locals.touches.add(shown.gathering.id);
  return shown;
};

export const actions: Actions = {
  ask: (event) =>
    submit(event, askQuestion, {
      fixed: { ...address(event), hand: handOf(event, address(event)) },
      shape: (values) => ({
        ...values,
        locale: writingLocale(event.locals.language.locale, String(values['text'] ?? '')),
      }),
      next: ({ question }) => `${event.url.pathname}?asked=${question}`,
    }),
  support: (event) => {
    const hand = handOf(event, address(event));
    return submit(event, supportQuestion, {
      fixed: { ...address(event), hand },
      perRow: 'question',
      shape: (values) => {
        keepPace(`me-too ${hand}`, FROM_HAND);
        keepPace(`me-too ${addressOf(event)}`, FROM_ADDRESS);
        return values;
      },
      next: () => event.url.pathname,
    });
  },
};
