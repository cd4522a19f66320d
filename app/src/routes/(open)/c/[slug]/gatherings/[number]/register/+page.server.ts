import {
  changeWishes,
  gatheringAt,
  registerOneself,
  showRegistration,
  withdrawRegistration,
} from '#rooms/gatherings/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const address = (event: RequestEvent) => ({ slug: event.params.slug, number: numberIn(event, event.params.number) });
const fixed = async (event: RequestEvent) => {
  const { gathering } = await read(event, (context) => gatheringAt(context, address(event)));
  return { communityId: gathering.communityId, gatheringId: gathering.id };
};
const done = (event: RequestEvent) => () => `${event.url.pathname}?done`;

export const load: PageServerLoad = (event) =>
  read(event, async (context) => ({
    ...(await showRegistration(context, address(event as RequestEvent))),
    signedIn: event.locals.actor.kind === 'person',
  }));

export const actions: Actions = {
  register: async (event) => submit(event, registerOneself, { fixed: await fixed(event), next: done(event) }),
  change: async (event) => submit(event, changeWishes, { fixed: await fixed(event), next: done(event) }),
  withdraw: async (event) => submit(event, withdrawRegistration, { fixed: await fixed(event), next: done(event) }),
};
