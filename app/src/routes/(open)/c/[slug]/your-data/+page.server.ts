import { showAbout } from '#rooms/communities/server/index.ts';
import { read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  rules: (await read(event, (context) => showAbout(context, event.params.slug))).charter.rules,
});
