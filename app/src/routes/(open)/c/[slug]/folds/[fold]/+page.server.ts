import { showFold } from '#rooms/moderation/server/index.ts';
import { read } from '#web/read.ts';
import { appealForm, foldForms } from '#web/thing-forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  read(event, (context) => showFold(context, { slug: event.params.slug, foldId: event.params.fold }));

export const actions: Actions = { ...foldForms(({ url }) => url.pathname), appeal: appealForm };
