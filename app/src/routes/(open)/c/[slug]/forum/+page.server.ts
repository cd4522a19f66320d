import { listThreads } from '#rooms/forum/server/index.ts';
import { read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const before = event.url.searchParams.get('before');
  return read(event, (context) => listThreads(context, event.params.slug, before ? new Date(before) : undefined));
};
