import { listGatherings } from '#rooms/gatherings/server/index.ts';
import { read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const before = event.url.searchParams.get('before') ?? undefined;
  return read(event, (context) => listGatherings(context, { slug: event.params.slug, before }));
};
