import { showConversation } from '#rooms/forum/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const number = numberIn(event, event.params.number);
  return read(event, (context) => showConversation(context, { slug: event.params.slug, number }));
};
