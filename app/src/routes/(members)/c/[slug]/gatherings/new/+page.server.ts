import { callOfForm } from '#rooms/gatherings/index.ts';
import { callGathering, showCallForm } from '#rooms/gatherings/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => read(event, (context) => showCallForm(context, event.params.slug));

export const actions: Actions = {
  default: async (event) => {
    const { place } = await read(event, (context) => showCallForm(context, event.params.slug));
    return submit(event, callGathering, {
      fixed: { communityId: place.id },
      shape: (form) => callOfForm(form, place.timeZone),
      next: ({ number }) => `/c/${place.slug}/gatherings/${number}`,
    });
  },
};
