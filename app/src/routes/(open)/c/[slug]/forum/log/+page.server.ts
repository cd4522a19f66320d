import { showModerationLog } from '#rooms/moderation/server/index.ts';
import { read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  read(event, (context) =>
    showModerationLog(context, event.params.slug, event.url.searchParams.get('before') ?? undefined),
  );
