import { listCycles } from '#rooms/gatherings/server/index.ts';
import { read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const before = Number(event.url.searchParams.get('before') ?? Number.NaN);
  return read(event, (context) =>
    listCycles(context, { slug: event.params.slug, before: Number.isSafeInteger(before) ? before : undefined }),
  );
};
