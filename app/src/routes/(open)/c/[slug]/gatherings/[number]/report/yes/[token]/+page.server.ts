import { approveByLink, objectByLink, showSpeakerLink } from '#rooms/gatherings/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const at = (event: RequestEvent) => {
  const { slug, number, token } = event.params;
  return { slug, token, number: numberIn(event, number) };
};

export const load: PageServerLoad = async (event) => {
  // Who holds the link is the speaker: the page is nobody else's.
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const { slug, token, number } = event.params;
  return read(event, (context) => showSpeakerLink(context, { slug, token, number: numberIn(event, number) }));
};

export const actions: Actions = {
  approve: (event) => submit(event, approveByLink, { fixed: at(event), next: () => event.url.pathname }),
  otherwise: (event) => submit(event, objectByLink, { fixed: at(event), next: () => event.url.pathname }),
};
