import { setReportAside, showModerationDesk } from '#rooms/moderation/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import { foldForms } from '#web/thing-forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => read(event, (context) => showModerationDesk(context, event.params.slug));

export const actions: Actions = {
  aside: (event) =>
    submit(event, setReportAside, { fixed: { slug: event.params.slug }, next: () => event.url.pathname }),
  ...foldForms(({ url }) => url.pathname),
};
