import { compareCases } from '#rooms/practice/server/index.ts';
import { read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const numbers = event.url.searchParams.getAll('case').map(Number).filter(Number.isSafeInteger).slice(0, 20);
  return read(event, (context) => compareCases(context, { slug: event.params.slug, numbers }));
};
