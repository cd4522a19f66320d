import { callOfForm } from '#rooms/gatherings/index.ts';
import { reviseGathering, showRevisionForm } from '#rooms/gatherings/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const open = (event: RequestEvent) =>
  read(event, (context) =>
    showRevisionForm(context, { slug: event.params.slug, number: numberIn(event, event.params.number) }),
  );

export const load: PageServerLoad = (event) => open(event as RequestEvent);

export const actions: Actions = {
  default: async (event) => {
    const { place, call } = await open(event);
    return submit(event, reviseGathering, {
      fixed: { communityId: place.id, gatheringId: call?.gathering.id },
      shape: (form) => callOfForm(form, place.timeZone),
      next: ({ number }) => `/c/${place.slug}/gatherings/${number}`,
    });
  },
};
