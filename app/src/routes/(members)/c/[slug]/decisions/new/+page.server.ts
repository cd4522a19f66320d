import { paperOfForm } from '#rooms/decisions/index.ts';
import { draftDecision, showNewPaper } from '#rooms/decisions/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const page = await read(event, (context) => showNewPaper(context, event.params.slug));
  return { ...page, needIds: event.url.searchParams.getAll('need') };
};

export const actions: Actions = {
  default: async (event) => {
    const { place } = await read(event, (context) => showNewPaper(context, event.params.slug));
    return submit(event, draftDecision, {
      fixed: { communityId: place.id },
      shape: (form) => paperOfForm(form, place.timeZone),
      next: ({ number }) => `/c/${place.slug}/decisions/${number}`,
    });
  },
};
