import { listDecisions } from '#rooms/decisions/server/index.ts';
import { read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const before = Number(event.url.searchParams.get('before')) || undefined;
  return read(event, (context) => listDecisions(context, { slug: event.params.slug, before }));
};
