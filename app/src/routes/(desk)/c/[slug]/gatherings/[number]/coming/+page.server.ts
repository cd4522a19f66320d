import {
  gatheringAt,
  invitePeople,
  registerOther,
  showComing,
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
const back = (event: RequestEvent, part: string) => () => `${event.url.pathname}?done#${part}`;

export const load: PageServerLoad = (event) =>
  read(event, (context) => showComing(context, address(event as RequestEvent)));

export const actions: Actions = {
  invite: async (event) => submit(event, invitePeople, { fixed: await fixed(event), next: back(event, 'invitations') }),
  enter: async (event) => submit(event, registerOther, { fixed: await fixed(event), next: back(event, 'comes') }),
  withdraw: async (event) =>
    submit(event, withdrawRegistration, { fixed: await fixed(event), next: back(event, 'comes') }),
};
