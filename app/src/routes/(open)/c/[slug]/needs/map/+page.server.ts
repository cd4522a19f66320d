import { mapNeeds } from '#rooms/needs/server/index.ts';
import { read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => read(event, (context) => mapNeeds(context, event.params.slug));
