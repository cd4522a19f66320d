import { picturesOf } from '#platform/files/picture.ts';
import { decisionsOfNeed } from '#rooms/decisions/server/index.ts';
import { writingLocale } from '#rooms/forum/index.ts';
import { editPost } from '#rooms/forum/server/index.ts';
import {
  answerAgain,
  changeNeedState,
  editNeed,
  mergeNeeds,
  offerAsset,
  partNeeds,
  sayYes,
  showNeed,
  supportNeed,
  talkAboutNeed,
  withdrawNeed,
  withdrawSupport,
} from '#rooms/needs/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import { type OnCard, shareOf } from '#web/share.ts';
import { submit } from '#web/submit.ts';
import { thingForms } from '#web/thing-forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug, number } = event.params;
  const shown = await read(event, async (context) => {
    const need = await showNeed(context, { slug, number: numberIn(event, number) });
    const decisions = await decisionsOfNeed(context, { communityId: need.community.id, needId: need.id });
    return { ...need, decisions };
  });
  const { say, show, day } = event.locals.language;
  const { title, words, locale, state, place, raisedAt } = shown.need;
  const where = show(shown.community.name, shown.community.locale);
  const card: OnCard = {
    kind: [say('web.card.need'), say(`needs.state.${state}`)],
    tone: state === 'decided' || state === 'done' ? 'pine' : 'brick',
    lines: [show(place, locale), say('web.card.raised', { day: day(raisedAt, shown.community.timeZone) })],
    photo: shown.pictures[0]?.href,
  };
  const folded = shown.fold !== null;
  return {
    ...shown,
    share: shareOf(event, { title: show(title, locale), about: show(words, locale), where, card, folded }),
  };
};

const here = ({ params }: RequestEvent, part = '') => `/c/${params.slug}/needs/${params.number}${part}`;
const written = (event: RequestEvent, field: string) => (values: Record<string, unknown>) => ({
  ...values,
  locale: writingLocale(event.locals.language.locale, String(values[field] ?? '')),
});

export const actions: Actions = {
  support: (event) =>
    submit(event, supportNeed, {
      fixed: event.params,
      shape: written(event, 'words'),
      next: () => here(event, '#me-too'),
    }),
  unsupport: (event) => submit(event, withdrawSupport, { fixed: event.params, next: () => here(event, '#me-too') }),
  say: (event) =>
    submit(event, talkAboutNeed, {
      fixed: event.params,
      shape: async (values, data) => ({
        ...written(event, 'text')(values),
        pictures: await picturesOf(data, 'picture', 4),
      }),
      next: ({ postId }) => here(event, `#p-${postId}`),
    }),
  offer: (event) =>
    submit(event, offerAsset, {
      fixed: { slug: event.params.slug, need: event.params.number },
      shape: written(event, 'title'),
      next: () => here(event, '#offers'),
    }),
  reword: (event) =>
    submit(event, editNeed, {
      fixed: event.params,
      shape: (values) => ({
        ...values,
        locale: writingLocale(event.locals.language.locale, `${values['title']} ${values['words']}`),
      }),
      next: () => here(event),
    }),
  withdraw: (event) => submit(event, withdrawNeed, { fixed: event.params, next: () => here(event) }),
  again: (event) => submit(event, answerAgain, { fixed: event.params, next: () => here(event) }),
  state: (event) => submit(event, changeNeedState, { fixed: event.params, next: () => here(event) }),
  merge: (event) => submit(event, mergeNeeds, { fixed: event.params, next: () => here(event) }),
  part: (event) => submit(event, partNeeds, { fixed: event.params, next: () => here(event) }),
  yes: (event) => submit(event, sayYes, { fixed: event.params, next: () => here(event) }),
  // The talk of a need bears the need's number.
  edit: (event) => submit(event, editPost, { fixed: event.params, next: () => here(event) }),
  // Of the need, of words beside a "me too", and of posts.
  ...thingForms(({ url }) => url.pathname),
};
