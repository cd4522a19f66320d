import { showWordings } from '#rooms/forum/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { slug, post } = event.params;
  const number = numberIn(event, event.params.number);
  return read(event, (context) => showWordings(context, { slug, number, postId: post }));
};
