import {
  changeBelonging,
  leaveCommunity,
  sayAttribute,
  showMySeat,
  stepDown,
  withdrawAttribute,
} from '#rooms/communities/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import { submitHere } from '#web/submit-here.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  mine: await read(event, (context) => showMySeat(context, event.params.slug)),
  done: event.url.searchParams.has('done'),
});

export const actions: Actions = {
  tie: submitHere(changeBelonging),
  say: submitHere(sayAttribute),
  withdraw: submitHere(withdrawAttribute),
  'step-down': submitHere(stepDown),
  leave: (event) =>
    submit(event, leaveCommunity, { fixed: { slug: event.params.slug }, next: () => `/c/${event.params.slug}` }),
};
