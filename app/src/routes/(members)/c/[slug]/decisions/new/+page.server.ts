import { paperOfForm } from '#rooms/decisions/index.ts';
import { draftDecision, namedNeeds, showNewPaper } from '#rooms/decisions/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams.getAll('need').filter((id) => ID.test(id));
  return read(event, async (context) => {
    const page = await showNewPaper(context, event.params.slug);
    const needs = await namedNeeds(context, page.place.id, asked);
    const openNeeds = [...needs.filter(({ id }) => !page.openNeeds.some((need) => need.id === id)), ...page.openNeeds];
    return { ...page, openNeeds, needIds: needs.map(({ id }) => id) };
  });
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
