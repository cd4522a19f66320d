import { showLog } from '#web/moderation-log.ts';
import { read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  read(event, (context) => showLog(context, event.params.slug, event.url.searchParams.get('before') ?? undefined));
