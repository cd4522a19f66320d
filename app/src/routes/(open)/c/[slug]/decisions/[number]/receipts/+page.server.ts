import { showReceipts } from '#rooms/decisions/server/index.ts';
import { read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { slug, number } = event.params;
  const after = event.url.searchParams.get('after') ?? undefined;
  return read(event, (context) => showReceipts(context, { slug, number: Number(number) }, after));
};
