import { showTree } from '#rooms/practice/server/index.ts';
import { read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => read(event, (context) => showTree(context, event.params.slug));
