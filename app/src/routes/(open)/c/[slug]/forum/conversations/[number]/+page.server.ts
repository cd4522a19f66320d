import { showConversation } from '#rooms/forum/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import { shareOf } from '#web/share.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const number = numberIn(event, event.params.number);
  const page = await read(event, (context) => showConversation(context, { slug: event.params.slug, number }));
  const { say, show } = event.locals.language;
  const where = show(page.community.name, page.community.locale);
  const card = { kind: [say('forum.title')] };
  return { ...page, share: shareOf(event, { title: page.conversation.title, where, card }) };
};
