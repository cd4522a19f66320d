import { listCycles } from '#rooms/gatherings/server/index.ts';
import { read } from '#web/read.ts';
import { sharePlace } from '#web/share.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const before = Number(event.url.searchParams.get('before') ?? Number.NaN);
  const list = await read(event, (context) =>
    listCycles(context, { slug: event.params.slug, before: Number.isSafeInteger(before) ? before : undefined }),
  );
  return { ...list, share: sharePlace(event, list.place, 'cycle.list') };
};
