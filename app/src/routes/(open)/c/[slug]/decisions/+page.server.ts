import { listDecisions } from '#rooms/decisions/server/index.ts';
import { read } from '#web/read.ts';
import { sharePlace } from '#web/share.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const before = Number(event.url.searchParams.get('before')) || undefined;
  const list = await read(event, (context) => listDecisions(context, { slug: event.params.slug, before }));
  return { ...list, share: sharePlace(event, list.place, 'decisions.title') };
};
