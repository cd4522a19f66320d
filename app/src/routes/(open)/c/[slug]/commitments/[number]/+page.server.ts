import { agreeAnew, answerCommitment, sayOwnWord, showCommitment, takeBack } from '#rooms/commitments/server/index.ts';
import { writingLocale } from '#rooms/forum/index.ts';
import { numberIn, read } from '#web/read.ts';
import { type OnCard, shareOf } from '#web/share.ts';
import { submit } from '#web/submit.ts';
import { thingForms } from '#web/thing-forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, number } = event.params;
  const shown = await read(event, (context) => showCommitment(context, { slug, number: numberIn(event, number) }));
  const { say, show, day } = event.locals.language;
  const { what, locale, state, dueOn } = shown.commitment;
  const where = show(shown.community.name, shown.community.locale);
  const card: OnCard = {
    kind: [say('web.card.commitment'), say(`commitments.state.${state}`)],
    tone: state === 'kept' ? 'pine' : 'brick',
    lines: [dueOn && say('commitments.due', { day: day(new Date(`${dueOn}T12:00:00Z`), 'UTC') })],
  };
  const folded = shown.commitment.id in shown.folds;
  return { ...shown, share: shareOf(event, { title: show(what, locale), where, card, folded }) };
};

const here = ({ params }: RequestEvent, part: string) => `/c/${params.slug}/commitments/${params.number}${part}`;
const written = (event: RequestEvent, field: string) => (values: Record<string, unknown>) => ({
  ...values,
  locale: writingLocale(event.locals.language.locale, String(values[field] ?? '')),
});

export const actions: Actions = {
  answer: (event) =>
    submit(event, answerCommitment, {
      fixed: event.params,
      shape: written(event, 'words'),
      next: () => here(event, '#became'),
    }),
  own: (event) =>
    submit(event, sayOwnWord, { fixed: event.params, shape: written(event, 'words'), next: () => here(event, '#own') }),
  anew: (event) =>
    submit(event, agreeAnew, { fixed: event.params, shape: written(event, 'what'), next: () => here(event, '#anew') }),
  ...thingForms(({ url }) => url.pathname),
  back: (event) => submit(event, takeBack, { fixed: event.params, next: () => here(event, '') }),
};
