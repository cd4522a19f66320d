import { showCaseWordings } from '#rooms/practice/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const address = { slug: event.params.slug, number: numberIn(event, event.params.number) };
  return read(event, (context) => showCaseWordings(context, address));
};
