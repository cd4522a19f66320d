import { approveWords, objectToWords, showOwnWords } from '#rooms/gatherings/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const at = (event: RequestEvent) => ({ slug: event.params.slug, number: numberIn(event, event.params.number) });

export const load: PageServerLoad = async (event) => {
  const { slug, number } = event.params;
  return read(event, (context) => showOwnWords(context, { slug, number: numberIn(event, number) }));
};

export const actions: Actions = {
  approve: (event) => submit(event, approveWords, { fixed: at(event), next: () => event.url.pathname }),
  otherwise: (event) => submit(event, objectToWords, { fixed: at(event), next: () => event.url.pathname }),
};
