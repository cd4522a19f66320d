import {
  admitRequest,
  askRecall,
  declineRequest,
  declineRole,
  giveCard,
  secondRole,
  showMembers,
  supportRecall,
  unvouchFor,
  vouchFor,
} from '#rooms/communities/server/index.ts';
import { read } from '#web/read.ts';
import { submitHere } from '#web/submit-here.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const after = event.url.searchParams.get('after') ?? undefined;
  const page = await read(event, (context) => showMembers(context, { slug: event.params.slug, after }));
  return { page, done: event.url.searchParams.has('done') };
};

export const actions: Actions = {
  admit: submitHere(admitRequest),
  no: submitHere(declineRequest),
  vouch: submitHere(vouchFor),
  unvouch: submitHere(unvouchFor),
  card: submitHere(giveCard),
  second: submitHere(secondRole),
  decline: submitHere(declineRole),
  recall: submitHere(askRecall),
  support: submitHere(supportRecall),
};
