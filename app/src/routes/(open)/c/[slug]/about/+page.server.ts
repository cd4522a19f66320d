import { showAbout } from '#rooms/communities/server/index.ts';
import { read } from '#web/read.ts';
import { sharePlace } from '#web/share.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const about = await read(event, (context) => showAbout(context, event.params.slug));
  return { about, share: sharePlace(event, about.community, 'communities.about.charter') };
};
