import { picturesOf } from '#platform/files/picture.ts';
import { writingLocale } from '#rooms/forum/index.ts';
import {
  closeThread,
  editPost,
  followThread,
  readThread,
  replyInThread,
  showThread,
} from '#rooms/forum/server/index.ts';
import { note } from '#web/note.ts';
import { numberIn, read } from '#web/read.ts';
import { shareOf } from '#web/share.ts';
import { submit } from '#web/submit.ts';
import { thingForms } from '#web/thing-forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const number = numberIn(event, event.params.number);
  const asked = (name: string) => event.url.searchParams.get(name) ?? undefined;
  const address = { slug, number, after: asked('after'), at: asked('at') };
  const shown = await read(event, (context) => showThread(context, address));
  if (shown.unread) await note(event, readThread, { slug, number });
  const { say, show } = event.locals.language;
  const { title, locale } = shown.thread;
  const where = show(shown.community.name, shown.community.locale);
  const card = { kind: [say('forum.title'), shown.closure && say('forum.closed')] };
  const [first] = shown.posts;
  const folded = !address.after && !address.at && Boolean(first?.fold);
  const share = shareOf(event, { title: show(title, locale), about: show(first?.text ?? ''), where, card, folded });
  return { ...shown, share, to: asked('to'), later: Boolean(address.after ?? address.at) };
};

const here = ({ params }: { params: { slug: string; number: string } }) => `/c/${params.slug}/forum/${params.number}`;

export const actions: Actions = {
  reply: (event) =>
    submit(event, replyInThread, {
      fixed: event.params,
      shape: async (values, data) => ({
        ...values,
        locale: writingLocale(event.locals.language.locale, String(values['text'])),
        pictures: await picturesOf(data, 'picture', 4),
      }),
      next: ({ postId }) => `${here(event)}#p-${postId}`,
    }),
  edit: (event) => submit(event, editPost, { fixed: event.params, next: () => here(event) }),
  follow: (event) => submit(event, followThread, { fixed: event.params, next: () => here(event) }),
  close: (event) => submit(event, closeThread, { fixed: event.params, next: () => here(event) }),
  ...thingForms(({ url }) => url.pathname),
};
