import { listGatherings } from '#rooms/gatherings/server/index.ts';
import { read } from '#web/read.ts';
import { sharePlace } from '#web/share.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const before = event.url.searchParams.get('before') ?? undefined;
  const list = await read(event, (context) => listGatherings(context, { slug: event.params.slug, before }));
  return { ...list, share: sharePlace(event, list.place, 'gatherings.title') };
};
