import { listThreads } from '#rooms/forum/server/index.ts';
import { read } from '#web/read.ts';
import { sharePlace } from '#web/share.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const before = event.url.searchParams.get('before');
  const asked = before ? new Date(before) : undefined;
  const list = await read(event, (context) => listThreads(context, event.params.slug, asked));
  return { ...list, share: sharePlace(event, list.community, 'forum.title') };
};
