import { openCycle, showCycleForm } from '#rooms/gatherings/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => read(event, (context) => showCycleForm(context, event.params.slug));

export const actions: Actions = {
  default: (event) =>
    submit(event, openCycle, {
      fixed: { slug: event.params.slug },
      next: ({ number }) => `/c/${event.params.slug}/gatherings/cycles/${number}/desk`,
    }),
};
