import { paperOfForm } from '#rooms/decisions/index.ts';
import { reviseDecision, showPaper } from '#rooms/decisions/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const open = (event: Pick<RequestEvent, 'params' | 'locals'>) =>
  read(event as RequestEvent, (context) =>
    showPaper(context, { slug: event.params.slug, number: Number(event.params.number) }),
  );

export const load: PageServerLoad = (event) => open(event);

export const actions: Actions = {
  default: async (event) => {
    const { place, paper } = await open(event);
    return submit(event, reviseDecision, {
      fixed: { communityId: place.id, decisionId: paper?.decision.id },
      shape: (form) => paperOfForm(form, place.timeZone),
      next: ({ number }) => `/c/${place.slug}/decisions/${number}`,
    });
  },
};
