import { appealFold, showFold } from '#rooms/forum/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

const address = ({ params }: { params: { slug: string; fold: string } }) => ({
  slug: params.slug,
  foldId: params.fold,
});

export const load: PageServerLoad = (event) => read(event, (context) => showFold(context, address(event)));

export const actions: Actions = {
  default: (event) =>
    submit(event, appealFold, {
      fixed: address(event),
      next: () => `/c/${event.params.slug}/forum/appeal/${event.params.fold}`,
    }),
};
