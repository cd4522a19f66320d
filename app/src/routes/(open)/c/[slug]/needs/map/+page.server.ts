import { mapNeeds } from '#rooms/needs/server/index.ts';
import { read } from '#web/read.ts';
import { sharePlace } from '#web/share.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const map = await read(event, (context) => mapNeeds(context, event.params.slug));
  return { ...map, share: sharePlace(event, map.community, 'needs.map.title') };
};
